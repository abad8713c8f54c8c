/** What the add-on says of the picture of the KPI tree. */
export const pictures = {
  MENU_PICTURE: 'Picture of the KPI tree',
  PICTURE_DIALOG: 'KPI tree',
  PICTURE_TITLE: 'KPI tree {period}',
  PICTURE_DESCRIPTION:
    'Picture of the KPI tree with actual, target, attainment, owner and effect of each KPI. The table “KPI tree” of this review has the same figures.',
  PICTURE_PUT: 'The picture stands below the review {period}.',
  PICTURE_CLOSED: 'The review {period} is closed: it is a record, and nothing was put into it.',
  PICTURE_NO_REVIEW: 'There is no review {period} yet. Write it first: menu “Write the weekly review”.',
  PICTURE_TOO_LARGE: 'The picture has more than a million pixels, which Google does not take.',
} as const;
