import type { CustomerUpdateParams } from '../models.js';

/** The first letter of codes, and each that can follow it. */
const letters =
  'ADEFGILMOQRSTUWXZ BABDEFGHIJLMNOQRSTVWYZ CACDFGHIKLMNORUVWXYZ DEJKMOZ ECEGHRST FIJKMOR ' +
  'GABDEFGHILMNPQRSTUWY HKMNRTU IDELMNOQRST JEMOP KEGHIMNPRWYZ LABCIKRSTUVY ' +
  'MACDEFGHKLMNOPQRSTUVWXYZ NACEFGILOPRUZ OM PAEFGHKLMNRSTWY QA REOSUW SABCDEGHIJKLMNORSTVXYZ ' +
  'TCDFGHJKLMNORTVWZ UAGMSYZ VACEGINU WFS YET ZAMW';

/** Codes of ISO 3166-1 alpha-2. `Intl.DisplayNames` has their names in every language. */
export function countryCodes(): string[] {
  return letters.split(' ').flatMap(([first, ...seconds]) => seconds.map((second) => `${first}${second}`));
}

/** Something in an update that is probably a mistake, though the API need not refuse it. Nothing in it quotes a value. */
export interface KycAdvice {
  readonly path: string;
  readonly code: 'unknown-country' | 'foreign-document' | 'document-without-number' | 'document-without-type';
  /** A sentence in English; `code` is the key for other languages. */
  readonly message: string;
}

/**
 * Looks for probable mistakes in the body of a create or an update: countries that ISO 3166 does not have, American numbers from
 * elsewhere, documents without number or kind. It refuses nothing, and says nothing about what a validator refuses.
 */
export function advise(update: CustomerUpdateParams): readonly KycAdvice[] {
  const { nationality, residentialAddress, identifyingInformation } = read(update);
  const documents = Array.isArray(identifyingInformation) ? identifyingInformation : [];
  return [
    ...countryAdvice('nationality', nationality),
    ...countryAdvice('residentialAddress.country', read(residentialAddress)['country']),
    ...documents.flatMap((document, index) =>
      documentAdvice(`identifyingInformation.${index}`, read(document)),
    ),
  ];
}

type Properties = Readonly<Record<string, unknown>>;

function read(value: unknown): Properties {
  return Object(value) as Properties;
}

function countryAdvice(path: string, value: unknown): KycAdvice[] {
  if (typeof value !== 'string' || countryCodes().includes(value)) return [];
  return [{ path, code: 'unknown-country', message: 'Is no country code of ISO 3166, such as US.' }];
}

/** Numbers that only the United States issue. */
const american: readonly unknown[] = ['ssn', 'itin'];

function documentAdvice(path: string, { type, issuingCountry, number }: Properties): KycAdvice[] {
  const advice = countryAdvice(`${path}.issuingCountry`, issuingCountry);
  if (american.includes(type) && typeof issuingCountry === 'string' && issuingCountry !== 'US') {
    const message = 'Only the United States issue this document.';
    advice.push({ path: `${path}.issuingCountry`, code: 'foreign-document', message });
  }
  if (number === undefined || number === '') {
    advice.push({
      path: `${path}.number`,
      code: 'document-without-number',
      message: 'A document needs its number.',
    });
  }
  if (type === undefined) {
    const message = 'Without its kind, OMS cannot tell what the number is.';
    advice.push({ path: `${path}.type`, code: 'document-without-type', message });
  }
  return advice;
}
