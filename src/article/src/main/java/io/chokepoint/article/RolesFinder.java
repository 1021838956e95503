package io.chokepoint.article;

import io.chokepoint.article.Passage.Kind;
import io.chokepoint.model.Word.Cue;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts together who does what to whom with an instrument. */
final class RolesFinder {
    /** The model has no military users, so a rule about them alone says nothing in it. */
    private static final Pattern MILITARY = Pattern.compile(
            "\\b(?<!with potential )(?<!with possible )(?<!with )(?<!have )(?<!and )military (?:users?|end|buyers?|customers?|applications?|purposes)|军事用户|军事用途|军工");

    private static final Pattern THE_PLANT = Pattern.compile(
            "\\b(?:the|this|that) (?:\\w+ )?(?:plant|factory|fab|site|facility|mine|company|firm|smelter|refinery|line|complex|maker|supplier|vendor|producer|area|region|state|province|island|country|place)\\b|该厂|该公司|该工厂|厂区");

    private final Surroundings around;
    private final MarkedSentence sentence;
    private final Passage instrument;
    private final ActorFinder actors;

    RolesFinder(Surroundings around) {
        this.around = around;
        this.sentence = around.sentence;
        this.instrument = around.instrument;
        this.actors = new ActorFinder(around);
    }

    Roles find() {
        String clause =
                sentence.between(sentence.clauseStart(instrument.start()), sentence.clauseEnd(instrument.end()));
        boolean ofGoods = sentence.passages().stream()
                .anyMatch(passage ->
                        passage.kind().isGoods() && sentence.sameClause(passage.start(), instrument.start()));
        String before = sentence.between(sentence.sentence().start(), instrument.start());
        if (MILITARY.matcher(clause).find()
                || !ofGoods && MILITARY.matcher(before).find()) {
            return new Roles(null, List.of(), List.of(), null, false, false, List.of());
        }
        GoodsFinder finder = new GoodsFinder(around);
        Optional<Passage> endUse = finder.endUse();
        List<Passage> goods = finder.goods(endUse);
        if (Roles.isEvent(instrument)) {
            return event(goods);
        }
        List<Passage> targets = actors.targets(goods);
        @Nullable Passage issuer = actors.issuer(targets, goods).orElse(null);
        List<Passage> others = targets.stream()
                .filter(target -> issuer == null || !target.ids().equals(issuer.ids()))
                .toList();
        if (others.stream().anyMatch(target -> target.kind() == Kind.MAKER)) {
            others = others.stream()
                    .filter(target -> target.kind() != Kind.COUNTRY)
                    .toList();
        }
        boolean isImport = origin(issuer, goods, others)
                || List.of("tariff", "anti-dumping", "import-ban", "discourage").contains(instrument.id())
                || sentence.cues(Cue.IMPORT).stream()
                        .anyMatch(cue -> sentence.sameClause(cue.start(), instrument.start())
                                && Math.abs(cue.start() - instrument.start()) < 60
                                && instrument.id().equals("export-ban"));
        boolean all = List.of("tariff", "import-ban").contains(instrument.id())
                && Roles.ALL_GOODS
                        .matcher(sentence.between(
                                around.isChinese() ? sentence.clauseStart(instrument.start()) : instrument.end(),
                                sentence.clauseEnd(instrument.end() - 1)))
                        .find();
        // "Controls on tungsten, after a tariff on all Chinese goods": the tariff is not on tungsten.
        boolean isOfAll = all
                && goods.stream()
                        .allMatch(good ->
                                good.end() <= instrument.start() && sentence.words(good.end(), instrument.start()) > 1);
        return new Roles(
                issuer, isOfAll ? List.of() : goods, others, endUse.orElse(null), isImport, all, around.remarks);
    }

    /** "a ban on Chinese batteries" by somebody else is a ban on buying them. */
    private boolean origin(@Nullable Passage issuer, List<Passage> goods, List<Passage> others) {
        return issuer != null
                && instrument.id().equals("export-ban")
                && !sentence.between(instrument.start(), instrument.end()).contains("export")
                && others.stream().anyMatch(country -> actors.isOrigin(country, goods));
    }

    /** Whether it speaks of a plant or a firm that was named before. */
    private boolean pointsBack() {
        return THE_PLANT
                .matcher(sentence.between(
                        sentence.sentence().start(), sentence.sentence().end()))
                .find();
    }

    /** What happens to somebody: makers, or a country and its goods. */
    private Roles event(List<Passage> goods) {
        List<Passage> makers = around.clause(Kind.MAKER);
        if (makers.isEmpty()) {
            makers = sentence.of(Kind.MAKER);
        }
        List<Passage> listed =
                makers.isEmpty() ? List.of() : around.coordinated(List.of(around.nearest(makers)), makers);
        if (listed.size() > 1) {
            return new Roles(null, goods, listed, null, false, false, around.remarks);
        }
        if (makers.size() > 1) {
            makers = List.of(around.nearest(makers));
            // "the Naka plant of Renesas": the narrower of two that belong together.
            Passage near = makers.getFirst();
            makers = sentence.of(Kind.MAKER).stream()
                    .filter(other ->
                            other.ids().containsAll(near.ids()) || near.ids().containsAll(other.ids()))
                    .min(Comparator.comparingInt(maker -> maker.ids().size()))
                    .stream()
                    .toList();
        }
        Passage country = null;
        if (makers.isEmpty()) {
            List<Passage> countries = sentence.of(Kind.COUNTRY);
            if (countries.isEmpty() && pointsBack()) {
                makers = around.context(Kind.MAKER, "The maker is taken from the sentence before.");
                if (makers.isEmpty()) {
                    countries = around.context(Kind.COUNTRY, "The country is taken from the sentence before.");
                }
            }
            List<Passage> ahead = countries.stream()
                    .filter(each -> each.end() <= instrument.start()
                            && each.sentence() == sentence.sentence().number())
                    .toList();
            country = countries.isEmpty() ? null : around.nearest(ahead.isEmpty() ? countries : ahead);
        }
        return new Roles(
                country,
                goods,
                makers.isEmpty() ? List.of() : List.of(around.nearest(makers)),
                null,
                false,
                false,
                around.remarks);
    }
}
