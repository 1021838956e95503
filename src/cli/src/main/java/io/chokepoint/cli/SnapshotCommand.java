package io.chokepoint.cli;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.data.DataPackage;
import io.chokepoint.result.Capability;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.GoodFinder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "snapshot",
        description = "Draws the window on a scenario as PNG, or its view alone as SVG; needs no display.",
        footerHeading = "%nExamples:%n"
                + "  chokepoint snapshot --scenario us-h100-ban --view map --out map.png%n"
                + "  chokepoint snapshot --scenario ree-full-stop --theme dark --size 1920x1080 \\%n"
                + "      --out dark.png%n",
        sortOptions = false)
final class SnapshotCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");
    private static final int LEAST = 200;
    private static final int MOST = 8000;

    /** Pixels of a PNG: larger ones cannot be drawn. */
    private static final long MOST_PIXELS = 128_000_000;

    /** The window's looks. */
    enum Look {
        LIGHT,
        DARK;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Mixin
    private final ScenarioOptions options = new ScenarioOptions();

    @Option(
            names = "--view",
            paramLabel = "VIEW",
            description = "What to show: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.",
            defaultValue = "graph")
    private Picture.View view = Picture.View.GRAPH;

    @Option(
            names = "--week",
            paramLabel = "N",
            description = "Week to show, 0 to " + (Scenario.MOST_HORIZON_WEEKS - 1)
                    + " but within the run. Default: the one the window opens with.")
    private @Nullable Integer week;

    @Option(
            names = "--theme",
            paramLabel = "THEME",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.",
            defaultValue = "light")
    private Look theme = Look.LIGHT;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "Pixels, each side " + LEAST + " to " + MOST + ". Default: ${DEFAULT-VALUE}.",
            defaultValue = "1440x900")
    private String size = "1440x900";

    @Option(
            names = "--focus",
            paramLabel = "GOOD",
            description = "The good or market to select, by its id, name or another name.")
    private @Nullable String focus;

    @Option(
            names = "--scale",
            paramLabel = "N",
            description =
                    "Pixels of the PNG for one of the window, 1 to 2; no more than 128,000,000 in all, as of 8000x4000"
                            + " or 5656x5656 at 2. Default: ${DEFAULT-VALUE}.",
            defaultValue = "1")
    private int scale = 1;

    @Option(
            names = "--open",
            paramLabel = "PANEL",
            description = "What else to show: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.",
            defaultValue = "none")
    private Picture.Panel panel = Picture.Panel.NONE;

    @Option(names = "--search", paramLabel = "TEXT", description = "What to type into the search field.")
    private @Nullable String search;

    @Option(
            names = "--compare",
            paramLabel = "ID|FILE",
            description = "A second scenario, to be shown below the first, on the same columns.")
    private @Nullable String compare;

    @Option(names = "--difference", description = "With --compare: only what differs, as one picture.")
    private boolean difference;

    @Mixin
    private final ModelOption model = new ModelOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Override
    public Integer call() throws IOException {
        if (common.toStandardOutput()) {
            throw common.usage(
                    "--out - is standard output, but a snapshot is a picture: expected FILE.png or FILE.svg");
        }
        Path file = common.out()
                .filter(SnapshotCommand::isPicture)
                .orElseThrow(() -> common.usage("--out FILE.png or FILE.svg is missing: a snapshot is a picture"));
        Matcher sides = SIZE.matcher(size);
        if (!sides.matches() || !isSide(sides.group(1)) || !isSide(sides.group(2))) {
            throw common.usage(
                    "--size must be WIDTHxHEIGHT in pixels, each " + LEAST + " to " + MOST + ", but is '" + size + "'");
        }
        int width = Integer.parseInt(sides.group(1));
        int height = Integer.parseInt(sides.group(2));
        long pixels = (long) width * height * scale * scale;
        if (pixels > MOST_PIXELS && !isVector(file)) {
            double less = Math.sqrt((double) MOST_PIXELS / pixels);
            throw common.usage("--size " + size + " at --scale " + scale + " makes " + Amounts.count(pixels)
                    + " pixels, expected at most " + Amounts.count(MOST_PIXELS) + ", such as --size "
                    + (int) (width * less)
                    + "x" + (int) (height * less) + " or --scale 1");
        }
        if (difference && compare == null) {
            throw common.usage("--difference needs a scenario to compare with: add --compare ID");
        }
        if (panel == Picture.Panel.RESTRICT && focus == null) {
            throw common.usage("--open restrict needs the good to restrict: add --focus GOOD");
        }
        if (search != null && panel != Picture.Panel.NONE && panel != Picture.Panel.SEARCH) {
            throw common.usage(
                    "--search opens the search field, so --open " + panel + " cannot be shown; give one of them");
        }
        model.require("snapshot", Capability.TIME, Capability.VOLUME, Capability.CAUSES, Capability.MARKETS);
        options.require(model);
        DataPackage data = common.withProgress(common::load);
        Scenario scenario = options.resolve(data, common);
        if (!options.shared().isEmpty()) {
            common.remark("The own figures of the shared scenario are not drawn; open it in the window for that.");
        }
        if (week != null && (week < 0 || week >= scenario.horizonWeeks())) {
            throw common.usage("--week must be 0 to " + (scenario.horizonWeeks() - 1) + ", but is " + week);
        }
        Optional<GoodFinder.Found> found = Optional.ofNullable(focus)
                .map(name -> new GoodFinder(data.dataset(), "--focus", "a good or market").get(name));
        found.filter(each -> panel == Picture.Panel.RESTRICT && each instanceof GoodFinder.FoundMarket)
                .ifPresent(market -> {
                    throw common.usage(
                            "--open restrict needs the good to restrict, but --focus " + market.id() + " is a market");
                });
        Picture picture = new Picture(
                file,
                view,
                theme == Look.DARK,
                week == null ? OptionalInt.empty() : OptionalInt.of(week),
                found.map(GoodFinder.Found::id),
                width,
                height,
                scale,
                search == null ? panel : Picture.Panel.SEARCH,
                search == null ? "" : search,
                Optional.ofNullable(compare).map(other -> ScenarioOptions.named("--compare", other, data)),
                difference);
        try {
            common.root().desktop().draw(data, scenario, model.name(), List.of(picture));
        } catch (IOException failure) {
            throw new ChokepointException(
                    "--out: cannot write " + file + ": " + CommonOptions.reason(failure), failure);
        }
        return ExitCode.OK;
    }

    private static boolean isVector(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".svg");
    }

    private static boolean isPicture(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".png") || name.endsWith(".svg");
    }

    private static boolean isSide(String digits) {
        int pixels = Integer.parseInt(digits);
        return pixels >= LEAST && pixels <= MOST;
    }
}
