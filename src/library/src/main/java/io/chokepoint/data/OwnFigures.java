package io.chokepoint.data;

import io.chokepoint.base.Problem;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Figure;
import io.chokepoint.text.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** Own figures in the file that the window keeps beside a scenario's: {@code NAME.figures.properties} beside {@code NAME.json}. */
public final class OwnFigures {
    private static final String SCENARIO = ".json";
    private static final String ENDING = ".figures.properties";

    private OwnFigures() {}

    /** The file of own figures beside a scenario file; it need not be there. */
    public static Path beside(Path scenario) {
        String name = String.valueOf(scenario.getFileName());
        return scenario.resolveSibling(
                (name.endsWith(SCENARIO) ? name.substring(0, name.length() - SCENARIO.length()) : name) + ENDING);
    }

    /**
     * Own figures by id; none where the file is not there. A number that cannot be read is an error; a figure that the dataset does not have
     * is left out with a warning.
     */
    public static Loaded<Map<String, Bundle.Own>> read(Path file, Dataset dataset) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Bundle.Own> own = new LinkedHashMap<>();
        Map<String, Figure> known =
                dataset.figures().stream().collect(Collectors.toMap(Figure::id, figure -> figure, (one, same) -> one));
        KeptProperties.read(file, problems).ifPresent(values -> {
            for (String start : KeptProperties.starts(values, "figure")) {
                String id = values.getProperty(start + "figure");
                Optional<Bundle.Own> read = figure(values, start, id, file, problems);
                Figure figure = known.get(id);
                if (figure == null) {
                    problems.add(
                            Problem.warning(file.toString(), 0, start + "figure", Texts.get("figures.unknown", id)));
                } else {
                    read.ifPresent(each ->
                            check(figure, each, start, file).ifPresentOrElse(problems::add, () -> own.put(id, each)));
                }
            }
        });
        boolean broken = problems.stream().anyMatch(Problem::isError);
        return new Loaded<>(broken ? Optional.empty() : Optional.of(own), problems);
    }

    private static Optional<Problem> check(Figure figure, Bundle.Own own, String start, Path file) {
        return FigureBounds.fault(figure, own.low(), own.central(), own.high())
                .map(expected -> Problem.error(
                        file.toString(),
                        0,
                        start + "figure",
                        Texts.get(
                                "figures.outOfRange",
                                String.valueOf(own.low()),
                                String.valueOf(own.central()),
                                String.valueOf(own.high()),
                                figure.id(),
                                expected)));
    }

    private static Optional<Bundle.Own> figure(
            Properties values, String start, String id, Path file, List<Problem> problems) {
        double[] numbers = new double[3];
        String[] names = {"low", "central", "high"};
        for (int i = 0; i < names.length; i++) {
            String text = values.getProperty(start + names[i], "");
            Optional<Double> number = Numbers.parse(text);
            if (number.isEmpty()) {
                problems.add(
                        Problem.error(file.toString(), 0, start + names[i], Texts.get("figures.noNumber", text, id)));
                return Optional.empty();
            }
            numbers[i] = number.get();
        }
        if (!(numbers[0] <= numbers[1] && numbers[1] <= numbers[2])
                || !Double.isFinite(numbers[0])
                || !Double.isFinite(numbers[2])) {
            problems.add(Problem.error(
                    file.toString(),
                    0,
                    start + "figure",
                    id + ": low ≤ central ≤ high must hold, but they are " + numbers[0] + ", " + numbers[1] + ", "
                            + numbers[2]));
            return Optional.empty();
        }
        return Optional.of(new Bundle.Own(
                id,
                numbers[0],
                numbers[1],
                numbers[2],
                values.getProperty(start + "source", ""),
                values.getProperty(start + "note", "")));
    }
}
