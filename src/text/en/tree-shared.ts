/** What the tab with the KPI tree and the picture of the tree both say. */
export const treeShared = {
  BASE_BASIS: 'As {from} to {to}, the latest four weeks with data for every day; amounts for {days} days.',
  BASE_NO_WEEKS: 'No four weeks in a row have data for every day yet.',
  OWNER_BY_ROLE: '{role} in the team: {names}.',
  OWNER_UNKNOWN: 'No name or role of the team: {names}.',
  OWNER_NO_TEAM: 'The team is empty. Fill it in the sidebar: More.',
} as const;
