const email = /[^\s<>()"',;，。；]+@[^\s<>()"',;，。；]+\.[a-z]{2,}/gi;
/** Seven digits or more, as people write numbers: "138 0013 8000", "+86-755-8888 1234". Not an item's number, EL-261123-007. */
const phone = /(?<!\d)(?!(?<=[A-Z]-)\d{6}-\d{3,})\+?\d[\d\s()-]{5,}\d/g;
const isoDate = /^\d{4}-\d{2}-\d{2}$/;

/** Free text for readers who may not see how to reach a resident: numbers and addresses become "•••". */
export const withoutContacts = (text: string): string =>
  text
    .replace(email, '•••')
    .replace(phone, (found) => (isoDate.test(found) || found.replace(/\D/g, '').length < 7 ? found : '•••'));
