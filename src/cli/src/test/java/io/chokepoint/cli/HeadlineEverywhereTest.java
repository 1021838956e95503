package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.ShippedData;
import io.chokepoint.export.report.Report;
import io.chokepoint.export.report.ReportWriter;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.Explanation;
import io.chokepoint.study.Headline;
import io.chokepoint.study.StudyRunner;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Over all shipped scenarios the command line and the report sum a run up as {@link Headline} does. */
class HeadlineEverywhereTest {
    @TestFactory
    List<DynamicTest> oneHeadlineFromOnePlace() {
        DataPackage data =
                DatasetReader.read(ShippedData.shipped(), RunMonitor.NONE).orThrow();
        StudyRunner runner = new StudyRunner(data);
        assertThat(data.scenarios()).hasSizeGreaterThan(20);
        return data.scenarios().stream()
                .map(scenario -> DynamicTest.dynamicTest(scenario.id(), () -> holds(runner, scenario)))
                .toList();
    }

    private static void holds(StudyRunner runner, Scenario scenario) throws IOException {
        SimulationResult result = runner.run(scenario, RunMonitor.NONE);
        Headline headline = Headline.of(result);
        StringWriter report = new StringWriter();
        ReportWriter.write(Report.of(result), report);
        String page = report.toString().replace("&amp;", "&");
        for (Headline.Fact fact : List.of(headline.who(), headline.when(), headline.howHard(), headline.howSure())) {
            assertThat(page).contains("<dd class=\"answer\">" + fact.answer() + "</dd>");
        }
        String told = SummaryText.of(result);
        boolean isQuiet = result.hitGoods().isEmpty() && result.hitMarkets().isEmpty();
        assertThat(told).contains(isQuiet ? headline.who().answer() : headline.line());
        headline.good().ifPresent(good -> {
            boolean less = headline.hits().sellsLess(good);
            assertThat(page).contains("<h2>Why " + good.shortName() + (less ? " sell" : " fall"));
            assertThat(told).contains("why " + good.shortName() + (less ? " sell" : " fall"));
            assertThat(headline.line()).contains(good.shortName());
            assertThat(Explanation.of(result, good).quote()).startsWith(good.shortName());
        });
    }
}
