/** Bodies whose publications are Crown copyright: departments and offices of central government. */
const ofTheCrown = /^(?:Department|Ministry|Office for|Home Office|HM |Ofsted)/;

/** The licence as it must stand beside a source's figures wherever they go. */
export function licenceWords({ name, licence }: { name: string; licence: string }): string {
  const isOpen = licence.startsWith('Open Government Licence');
  return isOpen && ofTheCrown.test(name) ? `Crown copyright, ${licence}` : licence;
}
