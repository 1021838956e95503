package io.chokepoint.ui.support;

import io.chokepoint.data.DataPackage;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A scenario's title and the marks that must be read with it, however little room there is: what stands in parentheses at its end, such as
 * "upper bound", whether it is what happened, whether own figures are in it.
 *
 * @param title without the marks
 */
public record ScenarioMarks(String title, List<String> marks) {
    private static final Pattern ENDING = Pattern.compile("(.+?)\\s*\\(([^()]+)\\)\\s*");

    public ScenarioMarks {
        marks = List.copyOf(marks);
    }

    public static ScenarioMarks of(Work work, Optional<DataPackage> data) {
        Scenario scenario = work.scenario();
        List<String> marks = new ArrayList<>();
        Matcher ending = ENDING.matcher(scenario.title());
        boolean marked = ending.matches();
        if (marked) {
            marks.add(ending.group(2));
        }
        if (data.filter(opened -> opened.isEpisode(scenario)).isPresent()) {
            marks.add(Texts.get("mark.happened"));
        }
        if (!work.figures().isEmpty()) {
            marks.add(Texts.get("mark.ownFigures"));
        }
        return new ScenarioMarks(marked ? ending.group(1) : scenario.title(), marks);
    }
}
