package io.chokepoint.ui.map;

import io.chokepoint.export.picture.Outline;
import io.chokepoint.export.picture.Outline.Bounds;
import io.chokepoint.export.picture.TextMeasure;
import io.chokepoint.export.world.EqualEarth;
import io.chokepoint.export.world.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds room for names on the map: on the country where it is large enough, else beside it with a line to it. */
final class MapLabels {
    private static final double HEIGHT = 16;
    private static final double[] DISTANCES = {14, 26, 40, 58, 80};

    private static final double[] ANGLES = {0, 25, -25, 180, 155, -155, 50, -50, 90, -90, 130, -130};

    /** Neighbours within this many px push a name to the far side. */
    private static final double NEAR = 150;

    private final MapFrame frame;
    private final TextMeasure measure;
    private final List<Bounds> taken = new ArrayList<>();
    private final List<EqualEarth.Place> anchors;
    private final List<Land> lands;

    /** A country that other names should leave free. */
    private record Land(String code, Outline outline, Bounds bounds) {}

    /** @param named all countries that are to have a name; none is to lie on another's dot */
    MapLabels(MapFrame frame, TextMeasure measure, List<World.Country> named) {
        this.frame = frame;
        this.measure = measure;
        this.anchors =
                named.stream().map(country -> frame.place(country.anchor())).toList();
        this.lands = named.stream()
                .filter(country -> !country.rings().isEmpty() && !frame.isSmall(country))
                .map(country -> {
                    Outline outline = frame.outline(country);
                    return new Land(country.code(), outline, outline.bounds());
                })
                .toList();
        for (EqualEarth.Place anchor : anchors) {
            taken.add(new Bounds(anchor.x() - 5, anchor.y() - 5, 10, 10));
        }
    }

    /**
     * A placed name.
     *
     * @param leader whether a line leads from the country to the name
     */
    record Label(String text, Bounds box, boolean leader, double fromX, double fromY, double toX, double toY) {}

    /** Empty where there is no room. */
    Optional<Label> place(World.Country country, String text, boolean pill) {
        EqualEarth.Place at = frame.place(country.anchor());
        double width = measure.width(text, 12, true);
        double pad = pill ? 8 : 3;
        boolean large = !country.rings().isEmpty()
                && frame.outline(country).bounds().width() > 1.1 * width
                && !frame.isSmall(country);
        if (large || pill) {
            Bounds box = new Bounds(at.x() - width / 2, at.y() + 7, width, HEIGHT);
            if (isFree(box, pad)) {
                take(box, pad);
                return Optional.of(new Label(text, box, false, 0, 0, 0, 0));
            }
        }
        List<Double> directions = directions(at);
        return beside(country, text, width, pad, directions, true)
                .or(() -> beside(country, text, width, pad, directions, false));
    }

    /** @param keepOff whether the name must not lie on another country that has a name */
    private Optional<Label> beside(
            World.Country country, String text, double width, double pad, List<Double> directions, boolean keepOff) {
        EqualEarth.Place at = frame.place(country.anchor());
        for (double distance : DISTANCES) {
            for (double degrees : directions) {
                double angle = Math.toRadians(degrees);
                double x = at.x() + distance * Math.cos(angle);
                double y = at.y() + distance * Math.sin(angle);
                double left = Math.abs(degrees) > 90 ? x - width - 3 : Math.abs(degrees) == 90 ? x - width / 2 : x + 3;
                Bounds box = new Bounds(left, y - HEIGHT / 2, width, HEIGHT);
                if (isFree(box, pad) && !(keepOff && isOnOther(box, country))) {
                    take(box, pad);
                    double clear = Math.min(6, distance) / distance;
                    return Optional.of(new Label(
                            text, box, true, at.x() + clear * (x - at.x()), at.y() + clear * (y - at.y()), x, y));
                }
            }
        }
        return Optional.empty();
    }

    private boolean isOnOther(Bounds box, World.Country own) {
        for (Land land : lands) {
            if (land.code().equals(own.code()) || !land.bounds().intersects(box)) {
                continue;
            }
            for (int i = 0; i <= 4; i++) {
                double x = box.x() + box.width() * i / 4;
                if (land.outline().contains(x, box.y() + box.height() / 2)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Directions to try, those away from the neighbours first; east where there are none. */
    private List<Double> directions(EqualEarth.Place at) {
        double x = 0;
        double y = 0;
        for (EqualEarth.Place other : anchors) {
            double distance = Math.hypot(at.x() - other.x(), at.y() - other.y());
            if (distance > 0 && distance < NEAR) {
                x += (at.x() - other.x()) / (distance * distance);
                y += (at.y() - other.y()) / (distance * distance);
            }
        }
        double away = x == 0 && y == 0 ? 0 : Math.toDegrees(Math.atan2(y, x));
        return Arrays.stream(ANGLES)
                .boxed()
                .sorted(Comparator.comparingDouble(angle -> Math.abs(Math.IEEEremainder(angle - away, 360))))
                .toList();
    }

    private boolean isFree(Bounds box, double pad) {
        Bounds wide = new Bounds(box.x() - pad, box.y() - 1, box.width() + 2 * pad, box.height() + 2);
        return wide.x() >= 0
                && wide.y() >= 0
                && wide.x() + wide.width() <= frame.width()
                && wide.y() + wide.height() <= frame.height() - MapFrame.FOOT
                && taken.stream().noneMatch(wide::intersects);
    }

    private void take(Bounds box, double pad) {
        taken.add(new Bounds(box.x() - pad, box.y(), box.width() + 2 * pad, box.height()));
    }
}
