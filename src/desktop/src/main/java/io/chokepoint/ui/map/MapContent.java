package io.chokepoint.ui.map;

import io.chokepoint.model.Good;
import io.chokepoint.ui.support.MapMeasure;
import java.util.List;
import java.util.Optional;

/**
 * What the map says.
 *
 * @param head of the list, e.g. "Sales lost by country"
 * @param explanation what the figures are, with their units
 * @param countries with a figure other than none, largest loss or part first, gains last
 * @param arcs at most eight, largest first
 */
record MapContent(MapMeasure measure, String head, String explanation, List<CountryFigure> countries, List<Arc> arcs) {

    /**
     * One country.
     *
     * @param code ISO 3166-1 alpha-3; empty for the rest of the world
     * @param value part of supply or of purchases in [0, 1]; for sales the part lost, for money US$ million lost,
     *     both below 0 where it gained
     * @param restricts whether restrictions are on makers in it
     * @param details one sentence a good, largest first
     */
    record CountryFigure(
            String code, String name, double value, String text, boolean restricts, List<Detail> details) {}

    /** What one good adds. */
    record Detail(Good good, double value, String text) {}

    /**
     * Flows from one country to another that are restricted.
     *
     * @param part of the goods' world output, summed over the goods
     */
    record Arc(String from, String to, double part) {}

    MapContent {
        countries = List.copyOf(countries);
        arcs = List.copyOf(arcs);
    }

    Optional<CountryFigure> find(String code) {
        return countries.stream().filter(country -> country.code().equals(code)).findFirst();
    }
}
