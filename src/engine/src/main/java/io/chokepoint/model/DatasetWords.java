package io.chokepoint.model;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A dataset's own words: what sentences need to know of its subject. All of it may be missing. Immutable. */
public final class DatasetWords {
    /** A dataset that says nothing about its words. */
    public static final DatasetWords NONE = new DatasetWords(Map.of(), Optional.empty(), Set.of(), Set.of(), Map.of());

    private final Map<String, Tag> tags;
    private final Optional<HeadlineGoods> headline;
    private final Set<String> names;
    private final Set<String> modifiers;
    private final Map<String, String> questions;

    private DatasetWords(
            Map<String, Tag> tags,
            Optional<HeadlineGoods> headline,
            Set<String> names,
            Set<String> modifiers,
            Map<String, String> questions) {
        this.tags = tags;
        this.headline = headline;
        this.names = names;
        this.modifiers = modifiers;
        this.questions = questions;
    }

    /** @throws IllegalArgumentException if two tags have one id */
    public DatasetWords withTags(Collection<Tag> described) {
        Map<String, Tag> byId = new LinkedHashMap<>();
        for (Tag tag : described) {
            if (byId.put(tag.id(), tag) != null) {
                throw new IllegalArgumentException("tag '" + tag.id() + "' is described twice");
            }
        }
        return new DatasetWords(Collections.unmodifiableMap(byId), headline, names, modifiers, questions);
    }

    public DatasetWords withHeadline(HeadlineGoods goods) {
        return new DatasetWords(tags, Optional.of(goods), names, modifiers, questions);
    }

    /**
     * @param properNames first words of goods' names that keep their capital in mid-sentence: "Bayer"
     * @param inFront what stands after the comma of a good's name and in front of it in a sentence: "fab grade" of "Helium, fab grade"
     */
    public DatasetWords withNames(Set<String> properNames, Set<String> inFront) {
        return new DatasetWords(tags, headline, Set.copyOf(properNames), Set.copyOf(inFront), questions);
    }

    /** The tags that are described, in the dataset's order. */
    public Collection<Tag> tags() {
        return tags.values();
    }

    /** The tag's name inside a sentence; its id where it is not described. */
    public String tagName(String id) {
        Tag tag = tags.get(id);
        return tag == null ? id : tag.name();
    }

    /** The goods that answers speak of first, where the dataset names any; see {@link Dataset#headline()}. */
    public Optional<HeadlineGoods> headline() {
        return headline;
    }

    /** Whether a good's name that begins with this word keeps its capital in mid-sentence. */
    public boolean isProperName(String firstWord) {
        return names.contains(firstWord);
    }

    /** Whether these words after the comma of a good's name go in front of it in a sentence. */
    public boolean isModifier(String words) {
        return modifiers.contains(words);
    }

    /** @param words questions to begin with, by the id of the scenario that answers each, in the order in which they are asked */
    public DatasetWords withQuestions(Map<String, String> words) {
        return new DatasetWords(
                tags, headline, names, modifiers, Collections.unmodifiableMap(new LinkedHashMap<>(words)));
    }

    /** Questions to begin with, by the id of the scenario that answers each, in the dataset's order; often none. */
    public Map<String, String> questions() {
        return questions;
    }
}
