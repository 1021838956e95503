package io.chokepoint.data;

import io.chokepoint.base.CleanText;
import io.chokepoint.base.Range;
import io.chokepoint.data.ParsedScenario.Placed;
import io.chokepoint.model.FigureClass;
import io.chokepoint.model.PriceTerms;
import io.chokepoint.model.Together;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.Selector;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code datapackage.json} says (Frictionless Data Package, version 2), as far as the program uses it.
 *
 * @param licence licences and attributions in words
 * @param edition version and day of making, as far as they are stated: "1.0.0 of 22 Nov 2026"
 * @param classes selectors of the default rationing and their places
 * @param words the headline's goods and how names stand in sentences
 */
record Descriptor(
        String file,
        String name,
        String title,
        String licence,
        String edition,
        Optional<String> defaultScenario,
        RationingRule rationing,
        List<Placed<Selector>> classes,
        WordFields words,
        PriceTerms priceTerms,
        Together together,
        Map<String, Integer> places) {

    static final String FILE = "datapackage.json";

    private static final DateTimeFormatter SHOWN_DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    /** Letters of the day at the start of a time in ISO 8601. */
    private static final int DAY = 10;

    /** Reads the descriptor; a folder without one is pointed out and read without. */
    static Descriptor read(Path folder, Faults faults) {
        String file = CsvTable.shown(folder, FILE);
        Path absolute = folder.toAbsolutePath().normalize();
        String folderName = absolute.getFileName() == null
                ? "dataset"
                : absolute.getFileName().toString();
        Descriptor none = new Descriptor(
                file,
                folderName,
                folderName,
                "",
                "",
                Optional.empty(),
                RationingRule.PROPORTIONAL,
                List.of(),
                WordFields.NONE,
                PriceTerms.USUAL,
                Together.NONE,
                Map.of());
        Path path = folder.resolve(FILE);
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            faults.warning(
                    file,
                    0,
                    "",
                    "the file does not exist; title, licence and default scenario are unknown, and rationing is"
                            + " proportional.");
            return none;
        }
        return TextFiles.readOf(folder, path, file, faults)
                .flatMap(text -> Json.read(text, file, faults))
                .map(root -> new Reading(root, folder, file, folderName, faults).read())
                .orElse(none);
    }

    /** The default rationing in the shape in which checks take selectors. */
    ParsedScenario asScenario() {
        Scenario scenario = Scenario.adHoc(1, List.of());
        return new ParsedScenario(file, scenario, false, List.of(), List.of(), classes, List.of(), List.of(), places);
    }

    /** One descriptor on its way. */
    private static final class Reading {
        private final Path folder;
        private final String file;
        private final String folderName;
        private final Map<String, Integer> places = new HashMap<>();
        private final Fields root;
        private final Json.Obj stated;

        private Reading(Json.Obj object, Path folder, String file, String folderName, Faults faults) {
            this.stated = object;
            this.folder = folder;
            this.file = file;
            this.folderName = folderName;
            this.root = new Fields(object, "", file, faults, places);
        }

        private Descriptor read() {
            String name = root.text("name");
            String title = root.text("title");
            if (!root.has("title")) {
                root.warning("title", "is missing; expected the dataset's title.");
            }
            String licence = licence();
            resources();
            Optional<Fields> own = root.object("chokepoint");
            List<Placed<Selector>> classes = new ArrayList<>();
            Optional<String> defaultScenario =
                    own.map(f -> f.text("defaultScenario")).filter(id -> !id.isEmpty());
            RationingRule rationing =
                    own.flatMap(f -> RationingFields.read(f, classes)).orElse(RationingRule.PROPORTIONAL);
            WordFields words = own.map(WordFields::read).orElse(WordFields.NONE);
            PriceTerms terms = own.map(Reading::priceTerms).orElse(PriceTerms.USUAL);
            Together together = own.flatMap(f -> f.object("together"))
                    .map(Reading::together)
                    .orElse(Together.NONE);
            own.ifPresent(f -> {
                f.texts("attributions");
                f.refuseOthers();
            });
            return new Descriptor(
                    file,
                    name.isEmpty() ? folderName : name,
                    title.isEmpty() ? folderName : title,
                    licence,
                    edition(),
                    defaultScenario,
                    rationing,
                    classes,
                    words,
                    terms,
                    together,
                    places);
        }

        /** What is not in the form of the standard is of no harm: it is not said then. */
        private String edition() {
            String version = stated.members().get("version") instanceof Json.Text text ? text.value() : "";
            String day = "";
            if (stated.members().get("created") instanceof Json.Text text
                    && text.value().length() >= DAY) {
                try {
                    day = LocalDate.parse(text.value().substring(0, DAY)).format(SHOWN_DAY);
                } catch (DateTimeParseException notADay) {
                    day = "";
                }
            }
            return version.isEmpty() || day.isEmpty() ? version + day : version + " of " + day;
        }

        private static PriceTerms priceTerms(Fields own) {
            double steepness = own.optionalNumber("steepness", Range.STEEPNESS).orElse(PriceTerms.USUAL.steepness());
            double carrying = own.optionalNumber("carrying", Range.CARRYING).orElse(PriceTerms.USUAL.carrying());
            return new PriceTerms(steepness, carrying);
        }

        private static Together together(Fields fields) {
            Map<FigureClass, Double> parts = new EnumMap<>(FigureClass.class);
            for (FigureClass each : FigureClass.values()) {
                fields.optionalNumber(each.id(), Range.PART).ifPresent(part -> parts.put(each, part));
            }
            fields.refuseOthers();
            return new Together(parts);
        }

        private String licence() {
            List<String> words = new ArrayList<>();
            for (Fields licence : root.objects("licenses")) {
                String title = licence.text("title");
                String name = licence.text("name");
                String path = licence.text("path");
                String text = title.isEmpty() ? name : title;
                words.add(path.isEmpty() ? text : text + " (" + path + ")");
            }
            if (words.isEmpty()) {
                root.warning("licenses", "is missing; expected the dataset's licence.");
            }
            StringBuilder licence = new StringBuilder(String.join("; ", words));
            List<String> attributions = new ArrayList<>(
                    root.object("chokepoint").map(f -> f.texts("attributions")).orElse(List.of()));
            for (Fields source : root.objects("sources")) {
                String title = source.text("title");
                String path = source.text("path");
                attributions.add(path.isEmpty() ? title : title + " (" + path + ")");
            }
            if (!attributions.isEmpty()) {
                licence.append(licence.isEmpty() ? "" : ". ")
                        .append("Attributions: ")
                        .append(String.join("; ", attributions));
            }
            return licence.toString();
        }

        private void resources() {
            Set<String> listed = new HashSet<>();
            for (Fields resource : root.objects("resources")) {
                List<String> paths = resource.find("path") instanceof Json.Arr
                        ? resource.texts("path")
                        : List.of(resource.requiredText("path"));
                for (String path : paths) {
                    listed.add(path);
                    resource(resource, path);
                }
            }
            for (TableSchema table : Tables.all()) {
                if (!listed.contains(table.file()) && Files.exists(folder.resolve(table.file()))) {
                    root.warning("resources", "'" + table.file() + "' is in the folder, but not listed.");
                }
            }
        }

        private void resource(Fields resource, String path) {
            if (path.isEmpty() || path.startsWith("http://") || path.startsWith("https://")) {
                return;
            }
            Path normal;
            try {
                normal = Path.of(path).normalize();
            } catch (InvalidPathException e) {
                resource.error(
                        "path",
                        "'" + CleanText.of(path) + "' cannot be the name of a file; expected a file of the dataset.");
                return;
            }
            if (normal.isAbsolute() || normal.startsWith("..")) {
                resource.error("path", "'" + path + "' leaves the folder; expected a file within the dataset.");
            } else if (!Files.exists(folder.resolve(normal))) {
                resource.error("path", "'" + path + "' does not exist; expected a file of the dataset.");
            } else if (!InputFiles.isWithin(folder, folder.resolve(normal))) {
                resource.error(
                        "path",
                        "'" + path + "' is a link that leads out of the folder; expected a file of the dataset.");
            }
        }
    }
}
