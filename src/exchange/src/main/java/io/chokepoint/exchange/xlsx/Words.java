package io.chokepoint.exchange.xlsx;

import io.chokepoint.data.TableSchema;
import io.chokepoint.model.Basis;
import io.chokepoint.model.Claim;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.GoodKind;
import io.chokepoint.model.ProviderType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the drop-down list of a column offers: the few words that it may hold, or the ids of another sheet. */
final class Words {
    private Words() {}

    /** The words that a column may hold; empty where it is free. */
    static List<String> of(TableSchema schema, String column) {
        return switch (column) {
            case "kind" -> Stream.of(GoodKind.values()).map(GoodKind::id).toList();
            case "type" ->
                Stream.of(ProviderType.values()).map(ProviderType::id).toList();
            case "mode" ->
                Stream.of(DependencyMode.values()).map(DependencyMode::id).toList();
            case "basis" -> Stream.of(Basis.values()).map(Basis::id).toList();
            case "verdict" ->
                Stream.of(Claim.Verdict.values()).map(Claim.Verdict::id).toList();
            case "needs" -> schema.name().equals("sourcing") ? List.of("no") : List.of();
            default -> List.of();
        };
    }

    /** The table whose ids a column holds, one to a cell. */
    static Optional<String> table(TableSchema.Column column) {
        String of = "id of ";
        String description = column.description();
        if (!description.startsWith(of) || !description.contains(".csv")) {
            return Optional.empty();
        }
        return Optional.of(description.substring(of.length(), description.indexOf(".csv")));
    }
}
