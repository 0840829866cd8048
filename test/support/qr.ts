import jsQR from 'jsqr';
import type { Locator, Page } from 'playwright-core';

/** What a phone's camera reads from a code on the screen. @throws when it reads none */
export async function scan(page: Page, code: Locator): Promise<string> {
  const shot = (await code.screenshot()).toString('base64');
  const blank = await page.context().newPage();
  const { width, height, cells } = await blank.evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const drawn = canvas.getContext('2d');
    if (!drawn) throw new Error('There is no canvas.');
    drawn.drawImage(image, 0, 0);
    const { data } = drawn.getImageData(0, 0, image.width, image.height);
    return { width: image.width, height: image.height, cells: [...data] };
  }, shot);
  await blank.close();
  const found = jsQR(new Uint8ClampedArray(cells), width, height);
  if (!found) throw new Error('The code cannot be read.');
  return found.data;
}
