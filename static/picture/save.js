/** The drawing as a file that needs no theme. */
export function save(drawing, kind) {
  const { savedView: viewBox, file } = drawing.dataset;
  const [, , width, height] = viewBox.split(" ").map((side) => side * 3);
  const copy = drawing.cloneNode(true);
  for (const pair of Object.entries({ viewBox, width, height })) copy.setAttribute(...pair);
  const theme = getComputedStyle(drawing);
  const seen = (_, name) => theme.getPropertyValue(name).replaceAll('"', "'");
  const text = new XMLSerializer().serializeToString(copy).replace(/var\((.*?)\)/g, seen);
  const svg = new Blob([text], { type: "image/svg+xml" });
  const give = (blob) => {
    const href = URL.createObjectURL(blob);
    Object.assign(document.createElement("a"), { href, download: `${file}.${kind}` }).click();
  };
  if (kind === "svg") return give(svg);
  const image = new Image();
  image.onload = () => {
    const sheet = Object.assign(document.createElement("canvas"), { width, height });
    sheet.getContext("2d").drawImage(image, 0, 0);
    sheet.toBlob(give);
  };
  image.src = URL.createObjectURL(svg);
}
