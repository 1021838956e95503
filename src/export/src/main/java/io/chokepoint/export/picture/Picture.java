package io.chokepoint.export.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Marks in the order in which they are painted, and the places that answer when pointed at.
 *
 * @param title what it shows, in a sentence: the text for those who cannot see it
 * @param width in px
 * @param height in px
 * @param targets the last one lies on top
 */
public record Picture(
        String title, double width, double height, Tone background, List<Mark> marks, List<Target> targets) {

    /**
     * A place that answers.
     *
     * @param key what is there
     * @param hint what is said about it
     */
    public record Target(Object key, Outline area, String hint) {}

    public Picture {
        marks = List.copyOf(marks);
        targets = List.copyOf(targets);
    }

    /** What is at a place, if anything. */
    public Optional<Target> at(double x, double y) {
        for (int i = targets.size() - 1; i >= 0; i--) {
            Target target = targets.get(i);
            if (target.area().bounds().contains(x, y) && target.area().contains(x, y)) {
                return Optional.of(target);
            }
        }
        return Optional.empty();
    }

    /** The place of something, if it is in the picture. */
    public Optional<Target> find(Object key) {
        return targets.stream().filter(target -> target.key().equals(key)).findFirst();
    }

    /** The same so many times as large; nothing of it answers. */
    public Picture scaled(double factor) {
        return new Picture(
                title,
                width * factor,
                height * factor,
                background,
                marks.stream().map(mark -> mark.scaled(factor)).toList(),
                List.of());
    }

    /** All text of the picture, in the order of painting. */
    public List<String> texts() {
        return marks.stream()
                .flatMap(mark -> mark instanceof Mark.Text text ? Stream.of(text.text()) : Stream.empty())
                .toList();
    }

    /** Collects a picture. */
    public static final class Builder {
        private final List<Mark> marks = new ArrayList<>();
        private final List<Target> targets = new ArrayList<>();

        public Builder shape(Outline outline, @Nullable Fill fill, @Nullable Line line) {
            marks.add(new Mark.Shape(outline, fill, line));
            return this;
        }

        public Builder fill(Outline outline, Tone tone) {
            return shape(outline, Fill.of(tone), null);
        }

        public Builder draw(Outline outline, Line line) {
            return shape(outline, null, line);
        }

        /** Regular text of 12 px that starts at x. */
        public Builder text(double x, double y, String text, Tone tone) {
            return text(x, y, text, 12, false, tone, Mark.Align.START);
        }

        public Builder text(
                double x, double y, String text, double size, boolean semibold, Tone tone, Mark.Align align) {
            marks.add(new Mark.Text(x, y, text, size, semibold, tone, align, null, false));
            return this;
        }

        public Builder add(Mark mark) {
            marks.add(mark);
            return this;
        }

        /** All of another picture, its background included, further right and down by px; nothing of it answers. */
        public Builder add(Picture picture, double dx, double dy) {
            fill(Outline.rectangle(dx, dy, picture.width(), picture.height()), picture.background());
            picture.marks().forEach(mark -> add(mark.moved(dx, dy)));
            return this;
        }

        public Builder target(Object key, Outline area, String hint) {
            targets.add(new Target(key, area, hint));
            return this;
        }

        public Picture build(String title, double width, double height, Tone background) {
            return new Picture(title, width, height, background, marks, targets);
        }
    }
}
