package io.chokepoint.export.picture;

/**
 * The colours of what is written round a picture.
 *
 * @param paper the ground
 * @param text what is read first
 * @param muted what is read after it
 * @param line hairlines
 * @param accent what is meant
 * @param mark ground of a mark that must be read with the title
 * @param onMark text of such a mark
 */
public record FrameTones(Tone paper, Tone text, Tone muted, Tone line, Tone accent, Tone mark, Tone onMark) {}
