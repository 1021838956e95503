package io.chokepoint.cli;

import io.chokepoint.data.DataPackage;
import io.chokepoint.export.ExplanationWriter;
import io.chokepoint.result.Capability;
import io.chokepoint.result.Provenance;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.Explanation;
import io.chokepoint.study.GoodFinder;
import io.chokepoint.study.RunRemarks;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "explain",
        description =
                "Says why a good falls short in a run: the chain of causes back to the restriction, with its sources.",
        footerHeading = "%nExamples:%n"
                + "  chokepoint explain H100 --scenario ree-licence-14nm-enforced%n"
                + "  chokepoint explain gallium --restrict \"export-ban good:gallium country:CHN\"%n",
        sortOptions = false)
final class ExplainCommand implements Callable<Integer> {
    private static final int WIDTH = 110;

    @Parameters(paramLabel = "GOOD", description = "A good or market by its id, name or another name, such as H100.")
    private String good = "";

    @Mixin
    private final ScenarioOptions options = new ScenarioOptions();

    @Mixin
    private final ModelOption model = new ModelOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    private record Explained(Explanation explanation, Provenance provenance, List<String> remarks) {}

    @Override
    public Integer call() throws IOException {
        model.require("explain", Capability.TIME, Capability.CAUSES);
        options.require(model);
        Explained explained = common.withProgress(monitor -> {
            DataPackage data = common.load(monitor);
            GoodFinder.Found found = new GoodFinder(data.dataset()).get(good);
            Scenario scenario = options.resolve(data, common);
            SimulationResult result = options.own(model.runner(data)).run(scenario, monitor);
            return new Explained(
                    switch (found) {
                        case GoodFinder.FoundGood one -> Explanation.of(result, one.good());
                        case GoodFinder.FoundMarket one -> Explanation.of(result, one.market());
                    },
                    result.provenance(),
                    RunRemarks.of(result));
        });
        Explanation explanation = explained.explanation;
        explained.remarks.forEach(common::remark);
        switch (common.format()) {
            case TABLE ->
                common.print(out -> out.write(TextWrap.wrap(explanation.toText().stripTrailing(), WIDTH)));
            case CSV -> common.print(out -> ExplanationWriter.writeCsv(explanation, out));
            case JSON -> common.print(out -> ExplanationWriter.writeJson(explanation, explained.provenance, out));
        }
        return ExitCode.OK;
    }
}
