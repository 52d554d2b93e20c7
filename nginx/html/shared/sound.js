/** Short tones for what waits; made here, so that there is no file to fetch. */

let context;
let muted = localStorage.getItem("gatehouse.silent") === "1";

const TONES = {
  waiting: [[880, 0], [1175, 0.16]],
  paying: [[660, 0], [660, 0.18]],
  refused: [[330, 0], [247, 0.22], [330, 0.44]],
  lost: [[440, 0], [330, 0.2]],
};

export function isSilent() {
  return muted;
}

export function setSilent(value) {
  muted = value;
  localStorage.setItem("gatehouse.silent", value ? "1" : "0");
}

/** Browsers let a page sound only after somebody has touched it. */
export function wakeSound() {
  context ??= new AudioContext();
  if (context.state === "suspended") context.resume();
}

/** Plays a tone by its name. */
export function sound(name) {
  if (muted || !context || context.state !== "running") return;
  for (const [pitch, delay] of TONES[name]) {
    const start = context.currentTime + delay;
    const [tone, volume] = [context.createOscillator(), context.createGain()];
    tone.type = "triangle";
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.25, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, start + 0.3);
    tone.connect(volume).connect(context.destination);
    tone.start(start);
    tone.stop(start + 0.32);
  }
}
