// What travels with every picture: only the way to the module that draws them all. A request that fails (a phone
// between two networks) is made again, under a new address since browsers remember the failed one.
const load = (times) =>
  import(new URL(`ADDRESS${times ? `&again=${times}` : ""}`, document.baseURI)).catch(async () => {
    await new Promise((resolve) => setTimeout(resolve, 1000 * Math.min(2 ** times, 30)));
    return load(times + 1);
  });
const picture = await load(0);
export default picture.default;
