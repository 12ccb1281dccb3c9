/** Emergency addresses. `kind` and `unit` are both texts, both blank, or both missing on old records. */
export type EmergencyAddress = {
  readonly id: string
  readonly attributes: Readonly<Record<string, string>>
}

const address = (id: string, attributes: Readonly<Record<string, string>>): EmergencyAddress => ({ id, attributes })

export const firstAddresses: readonly EmergencyAddress[] = [
  address('30012', {
    label: 'Shop Seattle',
    first_name: 'Dana',
    last_name: 'Fischer',
    street_number: '1200',
    street_name: 'Pine Street',
    address_type: 'Suite',
    address_type_number: '210',
    city: 'Seattle',
    state: 'WA',
    country: 'US',
    zip: '98101',
  }),
  address('30047', {
    label: 'Warehouse',
    first_name: 'Dana',
    last_name: 'Fischer',
    street_number: '88',
    street_name: 'Harbor Road',
    address_type: '',
    address_type_number: '',
    city: 'Tacoma',
    state: 'WA',
    country: 'US',
    zip: '98402',
  }),
  address('28771', {
    label: 'First office',
    first_name: 'Lee',
    last_name: 'Ortega',
    street_number: '501',
    street_name: 'Market Street',
    city: 'San Francisco',
    state: 'CA',
    country: 'USA',
    zip: '94103',
  }),
]
