package io.chokepoint.testkit;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Basis;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.model.GoodKind;
import io.chokepoint.model.Market;
import io.chokepoint.model.Offer;
import io.chokepoint.model.Provider;
import io.chokepoint.model.ProviderType;
import io.chokepoint.model.Source;
import io.chokepoint.model.Stage;
import io.chokepoint.model.Supply;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.network.ScenarioSelection;
import io.chokepoint.result.Acting;
import io.chokepoint.result.Cause;
import io.chokepoint.result.CustomerFlow;
import io.chokepoint.result.Fingerprints;
import io.chokepoint.result.InputFlow;
import io.chokepoint.result.InputNeed;
import io.chokepoint.result.MarketReason;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.Provenance;
import io.chokepoint.result.Reason;
import io.chokepoint.result.Reasons;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.result.VendorShares;
import io.chokepoint.scenario.Customer;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.SelectorParser;
import io.chokepoint.simulation.SimulationSettings;
import io.chokepoint.simulation.WeeklyModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A small network and a run of it, both written down by hand; of the engine is only what the scenario's restrictions select and hold back.
 *
 * <pre>
 * oxide (China .9, Japan .1) ─consumed, 12 weeks─→ feed (Japan) ─consumed, 14─→ parts (Kyocera)
 *     ─consumed, 4─→ etch tools (Lam) ─capital─→ etch step (TSMC, SMIC) ─consumed, 0─→ N4 wafers (TSMC)
 *     ─consumed, 6─→ B200 (Nvidia) ─→ market of US clouds;   HBM3E (SK hynix) ─consumed, 2─→ B200;   design tools ─access─→ B200
 * </pre>
 */
public final class HandMadeRun {
    public static final int WEEKS = 120;

    private static final Evidence PUBLISHED = new Evidence(Basis.PUBLISHED, List.of("usgs-2025"), "", "supply.csv", 2);
    private static final Evidence DERIVED =
            new Evidence(Basis.DERIVED, List.of("reuters-2025"), "twelve months of imports", "dependencies.csv", 3);
    private static final Evidence ASSUMED = new Evidence(
            Basis.ASSUMPTION, List.of(), "nobody publishes stocks; trade press says months", "dependencies.csv", 4);

    private static final Stage SEPARATION = new Stage("separation", "Separation", 1);
    private static final Stage MATERIALS = new Stage("materials", "Materials", 2);
    private static final Stage COMPONENTS = new Stage("components", "Components", 3);
    private static final Stage TOOLS = new Stage("tools", "Tools and software", 4);
    private static final Stage STEPS = new Stage("steps", "Process steps", 5);
    private static final Stage WAFERS = new Stage("wafers", "Wafers", 6);
    private static final Stage CHIPS = new Stage("chips", "Chips", 7);

    public static final Good OXIDE = good("yttrium-oxide", "Yttrium oxide", GoodKind.MATERIAL, SEPARATION, "ree");
    public static final Good FEED = good("coating-feed", "Yttria coating feed", GoodKind.MATERIAL, MATERIALS);
    public static final Good PARTS = good("chamber-parts", "Etch chamber parts", GoodKind.COMPONENT, COMPONENTS);
    public static final Good ETCH_TOOLS = good("etch-tools", "Conductor etch tools", GoodKind.EQUIPMENT, TOOLS);
    public static final Good EDA = good("eda", "Chip design software", GoodKind.SOFTWARE, TOOLS);
    public static final Good ETCH_STEP = good("etch-step", "Etch step", GoodKind.PROCESS, STEPS, "logic-14nm");
    public static final Good N4 = good("n4-wafers", "N4 / N5 wafers", GoodKind.COMPONENT, WAFERS);
    public static final Good HBM = good("hbm3e", "HBM3E", GoodKind.COMPONENT, WAFERS);
    public static final Good B200 = good("nvidia-b200", "Nvidia B200 / B300", GoodKind.PRODUCT, CHIPS, "chip");

    public static final Provider CHINA = new Provider("china", "China", ProviderType.COUNTRY, "CHN");
    public static final Provider JAPAN = new Provider("japan", "Japan", ProviderType.COUNTRY, "JPN");
    public static final Provider KYOCERA = new Provider("kyocera", "Kyocera", ProviderType.COMPANY, "JPN");
    public static final Provider LAM = new Provider("lam", "Lam Research", ProviderType.COMPANY, "USA");
    public static final Provider SYNOPSYS = new Provider("synopsys", "Synopsys", ProviderType.COMPANY, "USA");
    public static final Provider TSMC = new Provider("tsmc", "TSMC", ProviderType.COMPANY, "TWN");
    public static final Provider SMIC = new Provider("smic", "SMIC", ProviderType.COMPANY, "CHN");
    public static final Provider HYNIX = new Provider("sk-hynix", "SK hynix", ProviderType.COMPANY, "KOR");
    public static final Provider NVIDIA = new Provider("nvidia", "Nvidia", ProviderType.COMPANY, "USA");

    public static final Activity OXIDE_CHINA = new Activity(OXIDE, CHINA);
    public static final Activity OXIDE_JAPAN = new Activity(OXIDE, JAPAN);
    public static final Activity FEED_JAPAN = new Activity(FEED, JAPAN);
    public static final Activity PARTS_KYOCERA = new Activity(PARTS, KYOCERA);
    public static final Activity TOOLS_LAM = new Activity(ETCH_TOOLS, LAM);
    public static final Activity STEP_TSMC = new Activity(ETCH_STEP, TSMC);
    public static final Activity STEP_SMIC = new Activity(ETCH_STEP, SMIC);
    public static final Activity N4_TSMC = new Activity(N4, TSMC);
    public static final Activity HBM_HYNIX = new Activity(HBM, HYNIX);
    public static final Activity EDA_SYNOPSYS = new Activity(EDA, SYNOPSYS);
    public static final Activity B200_NVIDIA = new Activity(B200, NVIDIA);

    public static final Market CLOUDS = new Market(
            "us-clouds",
            "US clouds",
            "dense BF16 PFLOPS",
            "USA",
            List.of("compute", "us"),
            8,
            Figure.point("markets/us-clouds/price_sensitivity", 1, "per unit of cost", ASSUMED),
            "",
            List.of(new Offer(
                    B200,
                    NVIDIA,
                    Figure.point("demand/us-clouds/nvidia-b200/use_share", .8, "part of output", DERIVED),
                    1,
                    "2025",
                    DERIVED)));

    private HandMadeRun() {}

    private static Good good(String id, String name, GoodKind kind, Stage stage, String... tags) {
        return new Good(id, name, name, kind, stage, List.of(tags), List.of(), "");
    }

    public static Dataset dataset() {
        return Dataset.builder("hand-made")
                .title("Hand-made")
                .stages(List.of(SEPARATION, MATERIALS, COMPONENTS, TOOLS, STEPS, WAFERS, CHIPS))
                .goods(List.of(OXIDE, FEED, PARTS, ETCH_TOOLS, EDA, ETCH_STEP, N4, HBM, B200))
                .words(ChipWords.of(List.of(B200)))
                .providers(List.of(CHINA, JAPAN, KYOCERA, LAM, SYNOPSYS, TSMC, SMIC, HYNIX, NVIDIA))
                .supplies(List.of(
                        supply(OXIDE_CHINA, .85, .9, .95, PUBLISHED),
                        supply(OXIDE_JAPAN, .05, .1, .15, PUBLISHED),
                        supply(FEED_JAPAN, 1, 1, 1, DERIVED),
                        supply(PARTS_KYOCERA, 1, 1, 1, DERIVED),
                        supply(TOOLS_LAM, 1, 1, 1, DERIVED),
                        supply(EDA_SYNOPSYS, 1, 1, 1, DERIVED),
                        supply(STEP_TSMC, .8, .8, .8, DERIVED),
                        supply(STEP_SMIC, .2, .2, .2, DERIVED),
                        supply(N4_TSMC, 1, 1, 1, DERIVED),
                        supply(HBM_HYNIX, 1, 1, 1, DERIVED),
                        supply(B200_NVIDIA, 1, 1, 1, DERIVED)))
                .dependencies(List.of(
                        dependency(OXIDE, FEED, DependencyMode.CONSUMED, 4, 12, 52, "melted and sprayed", DERIVED),
                        dependency(FEED, PARTS, DependencyMode.CONSUMED, 8, 14, 40, "coats the walls", ASSUMED),
                        dependency(PARTS, ETCH_TOOLS, DependencyMode.CONSUMED, 2, 4, 8, "lines the chamber", ASSUMED),
                        dependency(ETCH_TOOLS, ETCH_STEP, DependencyMode.CAPITAL, 0, 0, 0, "etches lines", ASSUMED),
                        dependency(ETCH_STEP, N4, DependencyMode.CONSUMED, 0, 0, 0, "cuts the pattern", ASSUMED),
                        dependency(N4, B200, DependencyMode.CONSUMED, 4, 6, 8, "carries the dies", ASSUMED),
                        dependency(HBM, B200, DependencyMode.CONSUMED, 1, 2, 4, "feeds the dies", ASSUMED),
                        dependency(EDA, B200, DependencyMode.ACCESS, 0, 0, 0, "draws the masks", ASSUMED)))
                .markets(List.of(CLOUDS))
                .sources(List.of(
                        new Source(
                                "usgs-2025", "Mineral commodity summaries", "USGS", "2025", "https://usgs.example/mcs"),
                        new Source(
                                "reuters-2025", "Stocks outside China", "Reuters", "2025", "https://reuters.example/1"),
                        new Source("mofcom-18", "Announcement No. 18", "MOFCOM", "2025", "https://mofcom.example/18")))
                .build();
    }

    private static Supply supply(Activity activity, double low, double share, double high, Evidence evidence) {
        String id = "supply/" + activity;
        return new Supply(
                activity,
                new Figure(id + "/share", low, share, high, "part of world output", evidence),
                Figure.point(id + "/spare", 0, "part of baseline", ASSUMED),
                4,
                "2025",
                evidence);
    }

    private static Dependency dependency(
            Good input,
            Good consumer,
            DependencyMode mode,
            double low,
            double stock,
            double high,
            String role,
            Evidence evidence) {
        String id = "dependencies/" + input.id() + ">" + consumer.id();
        return new Dependency(
                input,
                consumer,
                mode,
                Figure.point(id + "/criticality", 1, "part of output", ASSUMED),
                Figure.point(id + "/use_share", .8, "part of world output", ASSUMED),
                new Figure(id + "/stock_weeks", low, stock, high, "weeks", evidence),
                2,
                Figure.point(id + "/qualification_weeks", 52, "weeks", ASSUMED),
                mode == DependencyMode.CAPITAL ? 7 : 0,
                Figure.point(id + "/cost_share", .1, "part of cost", ASSUMED),
                role,
                List.of(),
                evidence);
    }

    /** A restriction of Chinese oxide going abroad. */
    public static Restriction licence(int start) {
        return RestrictionKinds.LICENCE.on(
                terms("good:yttrium-oxide country:CHN to:!CHN", start, Period.OPEN, ""),
                parameter("processingWeeks", 6, 9, 26, "weeks"),
                parameter("approval", .3, .6, .9, "part"));
    }

    public static Restriction ban(int start, int end) {
        return RestrictionKinds.EXPORT_BAN.on(
                terms("good:yttrium-oxide country:CHN to:!CHN", start, end, ""), parameter("leak", 0, 0, 0, "part"));
    }

    public static Restriction.Terms terms(String selector, int start, int end, String endUse) {
        try {
            return new Restriction.Terms(
                    List.of(SelectorParser.parse(selector)),
                    endUse.isEmpty() ? Optional.empty() : Optional.of(endUse),
                    new Period(start, end, 0),
                    "",
                    "mofcom-18");
        } catch (SelectorParser.SyntaxException e) {
            throw new IllegalArgumentException(selector, e);
        }
    }

    public static Figure parameter(String name, double low, double central, double high, String unit) {
        return new Figure("scenario/" + name, low, central, high, unit, ASSUMED);
    }

    public static Scenario scenario(Restriction... restrictions) {
        Scenario plain = Scenario.adHoc(WEEKS, List.of(restrictions));
        return new Scenario(
                "hand-made",
                "Hand-made licence",
                "",
                "",
                Optional.of(LocalDate.of(2025, 12, 1)),
                WEEKS,
                Optional.empty(),
                plain.restrictions(),
                List.of(),
                List.of(),
                List.of());
    }

    /** A run in which everything stays at its baseline. */
    public static SimulationResult quiet(Scenario scenario) {
        return new Builder(scenario).build();
    }

    /** The licence of week 4 on its way from the oxide to the chip and its market; from week 97 on HBM3E binds the chip. */
    public static SimulationResult cascade() {
        return new Builder(scenario(licence(4)))
                .falls(OXIDE_CHINA, 4, .63, 8, Cause.Kind.DEMAND, null, null, true)
                .falls(FEED_JAPAN, 18, .38, 24, Cause.Kind.INPUT, OXIDE, OXIDE_CHINA, true)
                .falls(PARTS_KYOCERA, 34, .56, 40, Cause.Kind.INPUT, FEED, FEED_JAPAN, false)
                .falls(TOOLS_LAM, 40, .71, 48, Cause.Kind.INPUT, PARTS, PARTS_KYOCERA, false)
                .falls(STEP_TSMC, 52, .825, 80, Cause.Kind.CAPACITY, ETCH_TOOLS, TOOLS_LAM, false)
                .falls(STEP_SMIC, 55, .9, 80, Cause.Kind.CAPACITY, ETCH_TOOLS, TOOLS_LAM, false)
                .falls(N4_TSMC, 56, .84, 84, Cause.Kind.INPUT, ETCH_STEP, STEP_TSMC, false)
                .falls(B200_NVIDIA, 66, .81, 97, Cause.Kind.INPUT, N4, N4_TSMC, false)
                .binds(B200_NVIDIA, 97, HBM)
                .serves(68, .9)
                .build();
    }

    /** Writes down one run. */
    public static final class Builder {
        private final Scenario scenario;
        private final Dataset dataset = dataset();
        private final List<Activity> activities =
                dataset.supplies().stream().map(Supply::activity).toList();
        private final double[][] output = new double[activities.size()][WEEKS];
        private final @Nullable Good[][] binding = new Good[activities.size()][WEEKS];
        private final double[][] served = new double[1][WEEKS];
        private final Map<Activity, Cause> causes = new LinkedHashMap<>();
        private final Map<Activity, Reason> reasons = new LinkedHashMap<>();

        public Builder(Scenario scenario) {
            this.scenario = scenario;
            for (double[] row : output) {
                Arrays.fill(row, 1);
            }
            Arrays.fill(served[0], 1);
        }

        /**
         * Output goes in a straight line from 1 before {@code first} to {@code trough} in {@code lowest} and stays there.
         *
         * @param input what is short, or the machines that wear down; without them lost capacity is an outage
         * @param other the maker of that input, or the buyer that orders less
         * @param restricted whether the scenario's first restriction is on the flow from that maker or, with falling orders, on
         *     the activity's deliveries
         */
        public Builder falls(
                Activity activity,
                int first,
                double trough,
                int lowest,
                Cause.Kind kind,
                @Nullable Good input,
                @Nullable Activity other,
                boolean restricted) {
            int i = activities.indexOf(activity);
            for (int t = first; t < WEEKS; t++) {
                double part = Math.min(1, (t - first + 1.0) / (lowest - first + 1));
                output[i][t] = 1 - part * (1 - trough);
                binding[i][t] = kind == Cause.Kind.INPUT ? input : null;
            }
            int week = first;
            while (output[i][week] >= Outcome.LOSS_LEVEL) {
                week++;
            }
            boolean isShort = kind == Cause.Kind.INPUT;
            causes.put(
                    activity,
                    new Cause(
                            activity,
                            week,
                            kind,
                            isShort ? Optional.ofNullable(input) : Optional.empty(),
                            isShort ? Optional.ofNullable(other) : Optional.empty(),
                            isShort && restricted,
                            output[i][week]));
            reasons.put(activity, reason(activity, week, kind, input, other, restricted));
            return this;
        }

        private Reason reason(
                Activity who,
                int week,
                Cause.Kind kind,
                @Nullable Good input,
                @Nullable Activity other,
                boolean restricted) {
            List<Acting> acting = restricted ? firstRestriction() : List.of();
            return switch (kind) {
                case INPUT -> new Reason.InputShort(who, week, flow(who, input, other, acting));
                case CAPACITY ->
                    input == null
                            ? new Reason.Outage(who, week, .5, firstRestriction())
                            : new Reason.MachinesWorn(who, week, flow(who, input, other, acting), .98);
                case DEMAND -> {
                    if (restricted) {
                        Customer customer = new Customer.Maker(FEED_JAPAN);
                        yield new Reason.DeliveriesRestricted(
                                who, week, new CustomerFlow(customer, .8, .6, 9, 0, acting));
                    }
                    yield other == null
                            ? new Reason.LessDemand(who, week, Optional.empty())
                            : new Reason.FewerOrders(who, week, need(who.good(), other.good()), other, .8, .5);
                }
            };
        }

        private List<Acting> firstRestriction() {
            return List.of(
                    new Acting(0, scenario.restrictions().getFirst().period().start()));
        }

        private InputFlow flow(Activity who, @Nullable Good input, @Nullable Activity supplier, List<Acting> acting) {
            Dependency needed = need(Objects.requireNonNull(input), who.good());
            return new InputFlow(
                    new InputNeed(needed, needed.stockWeeks(), 0, needed.qualificationWeeks()),
                    Objects.requireNonNull(supplier),
                    1,
                    acting.isEmpty() ? 1 : .6,
                    1,
                    .4,
                    0,
                    acting);
        }

        private Dependency need(Good input, Good consumer) {
            return dataset.findDependency(input, consumer).orElseThrow();
        }

        /** From that week on the input binds. */
        public Builder binds(Activity activity, int from, Good input) {
            Arrays.fill(binding[activities.indexOf(activity)], from, WEEKS, input);
            return this;
        }

        /** The market's served part from that week on. */
        public Builder serves(int from, double part) {
            Arrays.fill(served[0], from, WEEKS, part);
            return this;
        }

        /** A scenario that selects nothing is run too. */
        private SimulationResult runByEngine() {
            CompiledNetwork network = NetworkCompiler.compile(dataset, FigureValues.CENTRAL);
            ScenarioSelection selection =
                    ScenarioSelection.of(network.structure(), scenario, RationingRule.PROPORTIONAL);
            return new WeeklyModel()
                    .compile(network, selection, FigureValues.CENTRAL)
                    .simulate(SimulationSettings.of(WEEKS), RunMonitor.NONE);
        }

        private Map<Market, MarketReason> markets() {
            for (int week = 0; week < WEEKS; week++) {
                if (served[0][week] < Outcome.LOSS_LEVEL) {
                    return Map.of(CLOUDS, new MarketReason(CLOUDS, week, B200_NVIDIA, 1, served[0][week], List.of()));
                }
            }
            return Map.of();
        }

        public SimulationResult build() {
            double[] baselines = dataset.supplies().stream()
                    .mapToDouble(supply -> supply.share().central())
                    .toArray();
            double[] all = new double[WEEKS];
            Arrays.fill(all, 1);
            List<double[]> shares = new ArrayList<>();
            shares.add(all);
            // What a scenario's restrictions speak of and when they act is not made by hand.
            SimulationResult engine = runByEngine();
            return new SimulationResult(
                    dataset,
                    scenario,
                    new Provenance("test", Optional.empty(), dataset.id(), scenario.id(), Fingerprints.NONE, "central"),
                    WEEKS,
                    baselines,
                    output,
                    binding,
                    served,
                    new Reasons(causes, reasons, markets(), engine.reach(), engine.heldFlows()),
                    List.of(new VendorShares(CLOUDS, List.of(B200_NVIDIA), List.of(1.0), shares)),
                    Optional.empty());
        }
    }
}
