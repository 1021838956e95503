package io.chokepoint.export.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Lines and curves in px, y downwards; closed rings are filled by the even-odd rule. Immutable. */
public final class Outline {

    /** Receives an outline step by step. */
    public interface Sink {
        void move(double x, double y);

        void line(double x, double y);

        void curve(double x1, double y1, double x2, double y2, double x, double y);

        void close();
    }

    private static final byte MOVE = 0;
    private static final byte LINE = 1;
    private static final byte CURVE = 2;
    private static final byte CLOSE = 3;

    /** Control points at this part of the radius make a quarter of a circle. */
    private static final double ROUND = 0.5522847498;

    private final byte[] steps;
    private final double[] places;

    private Outline(byte[] steps, double[] places) {
        this.steps = steps;
        this.places = places;
    }

    public static Builder builder() {
        return new Builder();
    }

    public static Outline rectangle(double x, double y, double width, double height) {
        return builder()
                .move(x, y)
                .line(x + width, y)
                .line(x + width, y + height)
                .line(x, y + height)
                .close()
                .build();
    }

    /** A rectangle with round corners; a radius of more than half a side is cut down to it. */
    public static Outline rounded(double x, double y, double width, double height, double radius) {
        double r = Math.min(radius, Math.min(width, height) / 2);
        if (r <= 0) {
            return rectangle(x, y, width, height);
        }
        double c = r * (1 - ROUND);
        double right = x + width;
        double bottom = y + height;
        return builder()
                .move(x + r, y)
                .line(right - r, y)
                .curve(right - c, y, right, y + c, right, y + r)
                .line(right, bottom - r)
                .curve(right, bottom - c, right - c, bottom, right - r, bottom)
                .line(x + r, bottom)
                .curve(x + c, bottom, x, bottom - c, x, bottom - r)
                .line(x, y + r)
                .curve(x, y + c, x + c, y, x + r, y)
                .close()
                .build();
    }

    public static Outline circle(double x, double y, double radius) {
        return rounded(x - radius, y - radius, 2 * radius, 2 * radius, radius);
    }

    public static Outline line(double x1, double y1, double x2, double y2) {
        return builder().move(x1, y1).line(x2, y2).build();
    }

    public void sendTo(Sink sink) {
        int at = 0;
        for (byte step : steps) {
            switch (step) {
                case MOVE -> {
                    sink.move(places[at], places[at + 1]);
                    at += 2;
                }
                case LINE -> {
                    sink.line(places[at], places[at + 1]);
                    at += 2;
                }
                case CURVE -> {
                    sink.curve(
                            places[at], places[at + 1], places[at + 2], places[at + 3], places[at + 4], places[at + 5]);
                    at += 6;
                }
                default -> sink.close();
            }
        }
    }

    /** The same further right and down, in px. */
    public Outline moved(double dx, double dy) {
        double[] moved = new double[places.length];
        for (int i = 0; i < places.length; i += 2) {
            moved[i] = places[i] + dx;
            moved[i + 1] = places[i + 1] + dy;
        }
        return new Outline(steps, moved);
    }

    /** The same so many times as large, seen from the upper left corner. */
    public Outline scaled(double factor) {
        return new Outline(
                steps, Arrays.stream(places).map(place -> place * factor).toArray());
    }

    /** The least box that holds all points, control points included. */
    public Bounds bounds() {
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < places.length; i += 2) {
            left = Math.min(left, places[i]);
            right = Math.max(right, places[i]);
            top = Math.min(top, places[i + 1]);
            bottom = Math.max(bottom, places[i + 1]);
        }
        return places.length == 0 ? new Bounds(0, 0, 0, 0) : new Bounds(left, top, right - left, bottom - top);
    }

    /** Whether a place is inside, by the even-odd rule; curves count as eight lines. */
    public boolean contains(double x, double y) {
        Crossings crossings = new Crossings(x, y);
        sendTo(crossings);
        crossings.close();
        return crossings.odd;
    }

    /** As the attribute {@code d} of an SVG path, to a hundredth of a px. */
    public String svg() {
        StringBuilder text = new StringBuilder();
        sendTo(new Sink() {
            @Override
            public void move(double x, double y) {
                text.append('M').append(number(x)).append(' ').append(number(y));
            }

            @Override
            public void line(double x, double y) {
                text.append('L').append(number(x)).append(' ').append(number(y));
            }

            @Override
            public void curve(double x1, double y1, double x2, double y2, double x, double y) {
                text.append('C')
                        .append(String.join(" ", number(x1), number(y1), number(x2), number(y2), number(x), number(y)));
            }

            @Override
            public void close() {
                text.append('Z');
            }
        });
        return text.toString();
    }

    public static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        text = text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end);
        return text.equals("-0") ? "0" : text;
    }

    /** Counts how often a ray to the right crosses the outline. */
    private static final class Crossings implements Sink {
        private final double px;
        private final double py;
        private double startX;
        private double startY;
        private double lastX;
        private double lastY;
        private boolean odd;

        Crossings(double px, double py) {
            this.px = px;
            this.py = py;
        }

        @Override
        public void move(double x, double y) {
            close();
            startX = lastX = x;
            startY = lastY = y;
        }

        @Override
        public void line(double x, double y) {
            if ((lastY > py) != (y > py) && px < (x - lastX) * (py - lastY) / (y - lastY) + lastX) {
                odd = !odd;
            }
            lastX = x;
            lastY = y;
        }

        @Override
        public void curve(double x1, double y1, double x2, double y2, double x, double y) {
            // Eight pieces are near enough for pointing at something.
            double fromX = lastX;
            double fromY = lastY;
            for (int i = 1; i <= 8; i++) {
                double t = i / 8.0;
                double s = 1 - t;
                line(
                        s * s * s * fromX + 3 * s * s * t * x1 + 3 * s * t * t * x2 + t * t * t * x,
                        s * s * s * fromY + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t * t * t * y);
            }
        }

        @Override
        public void close() {
            line(startX, startY);
        }
    }

    /** A box in px. */
    public record Bounds(double x, double y, double width, double height) {
        public boolean intersects(Bounds other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }

        public boolean contains(double px, double py) {
            return px >= x && px <= x + width && py >= y && py <= y + height;
        }
    }

    /** Collects the steps of one outline. */
    public static final class Builder {
        private final List<Byte> steps = new ArrayList<>();
        private double[] places = new double[16];
        private int count;

        private Builder() {}

        public Builder move(double x, double y) {
            return add(MOVE, x, y);
        }

        public Builder line(double x, double y) {
            return add(LINE, x, y);
        }

        public Builder curve(double x1, double y1, double x2, double y2, double x, double y) {
            return add(CURVE, x1, y1, x2, y2, x, y);
        }

        public Builder close() {
            return add(CLOSE);
        }

        private Builder add(byte step, double... more) {
            steps.add(step);
            if (count + more.length > places.length) {
                places = Arrays.copyOf(places, 2 * places.length);
            }
            for (double value : more) {
                places[count++] = value;
            }
            return this;
        }

        public Outline build() {
            byte[] own = new byte[steps.size()];
            for (int i = 0; i < own.length; i++) {
                own[i] = steps.get(i);
            }
            return new Outline(own, Arrays.copyOf(places, count));
        }
    }
}
