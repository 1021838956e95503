package io.chokepoint.ui.map;

import io.chokepoint.model.Good;
import io.chokepoint.ui.support.MapMeasure;
import io.chokepoint.ui.support.MapMeasure.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the map says.
 *
 * @param head of the list, e.g. "Sales lost by country"
 * @param explanation what the figures are, with their units
 * @param countries with a figure other than none, largest loss or part first, gains last
 * @param arcs flows that the restrictions hold, from country to country: the largest, by value where the dataset has values
 * @param arcsInAll how many there are with those that are left out
 * @param arcsInMoney whether sizes of arcs are US$ million a year
 * @param made by country, the part of the selected good's world output that is made there; empty where none is selected
 */
record MapContent(
        MapMeasure measure,
        Span span,
        String head,
        String explanation,
        List<CountryFigure> countries,
        List<Arc> arcs,
        int arcsInAll,
        boolean arcsInMoney,
        Map<String, Double> made) {

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
     * @param size US$ million a year of usual deliveries, or without values parts of the goods' world output, summed over the goods
     * @param hint its goods in words
     */
    record Arc(String from, String to, double size, String hint) {}

    MapContent {
        countries = List.copyOf(countries);
        arcs = List.copyOf(arcs);
        made = Collections.unmodifiableMap(new LinkedHashMap<>(made));
    }

    Optional<CountryFigure> find(String code) {
        return countries.stream().filter(country -> country.code().equals(code)).findFirst();
    }
}
