package io.chokepoint.model;

import java.util.EnumMap;
import java.util.Map;

/**
 * How far figures of a class are wrong together (price page, section 7).
 *
 * @param parts c by class, in [0, 1]: 0 (also of a class that is not there) for figures drawn each by itself, 1 for one draw for all
 */
public record Together(Map<FigureClass, Double> parts) {

    /** Each figure by itself. */
    public static final Together NONE = new Together(Map.of());

    public Together {
        parts.forEach((of, part) -> {
            if (!(part >= 0 && part <= 1)) {
                throw new IllegalArgumentException(of.id() + " must be in [0, 1], but is " + part);
            }
        });
        parts = parts.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(parts));
    }

    /** c of a figure: 0 of one that a source states, whatever its class. */
    public double part(Figure figure) {
        if (parts.isEmpty() || figure.evidence().basis() == Basis.PUBLISHED) {
            return 0;
        }
        return FigureClass.of(figure).map(of -> parts.getOrDefault(of, 0.0)).orElse(0.0);
    }
}
