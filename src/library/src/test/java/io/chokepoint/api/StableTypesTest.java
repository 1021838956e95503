package io.chokepoint.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.Stable;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What other programs see of the front door is marked as stable, down to the last type that they can reach from it. */
class StableTypesTest {

    @Test
    void everyPublicTypeOfTheFrontDoorIsStable() throws Exception {
        assertThat(publicTypesOfTheFrontDoor())
                .hasSizeGreaterThan(5)
                .allSatisfy(type -> assertThat(type.isAnnotationPresent(Stable.class))
                        .as(type.getName())
                        .isTrue());
    }

    @Test
    void stableTypesShowOnlyStableTypes() throws Exception {
        assertThat(leaks(publicTypesOfTheFrontDoor())).isEmpty();
    }

    @Test
    void anInternalTypeInASignatureIsFound() {
        assertThat(leaks(Set.of(Leaking.class)))
                .containsExactlyInAnyOrder(
                        "Leaking.direct shows Internal",
                        "Leaking.inAList shows Internal",
                        "Leaking.farther shows Internal",
                        "Leaking.LIMIT shows Internal");
    }

    /** Public, but nobody's promise. */
    public record Internal() {}

    /** Shows an internal type in all the ways in which one can slip out. */
    public interface Leaking {
        Internal LIMIT = new Internal();

        Internal direct();

        List<? extends Internal> inAList();

        void farther(Internal[] given);

        String harmless();
    }

    private static List<String> leaks(Set<Class<?>> roots) {
        List<String> leaks = new ArrayList<>();
        Set<Class<?>> seen = new LinkedHashSet<>(roots);
        Deque<Class<?>> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            Class<?> type = open.remove();
            for (Shown shown : shownBy(type)) {
                if (!shown.type.getName().startsWith("io.chokepoint.")) {
                    continue;
                }
                if (!shown.type.isAnnotationPresent(Stable.class) && !shown.type.equals(type)) {
                    leaks.add(type.getSimpleName() + "." + shown.where + " shows " + shown.type.getSimpleName());
                } else if (seen.add(shown.type)) {
                    open.add(shown.type);
                }
            }
        }
        return leaks;
    }

    private record Shown(String where, Class<?> type) {}

    /** All that a caller can name, get or must give: supertypes, public fields, constructors and methods. */
    private static List<Shown> shownBy(Class<?> type) {
        List<Shown> all = new ArrayList<>();
        Stream.concat(Stream.ofNullable(type.getGenericSuperclass()), Arrays.stream(type.getGenericInterfaces()))
                .forEach(parent -> add(all, "its supertypes", parent));
        if (type.isSealed()) {
            Arrays.stream(type.getPermittedSubclasses()).forEach(sub -> add(all, "its subtypes", sub));
        }
        Arrays.stream(type.getDeclaredClasses())
                .filter(nested -> Modifier.isPublic(nested.getModifiers()))
                .forEach(nested -> add(all, "its nested types", nested));
        for (Field field : open(type.getDeclaredFields())) {
            add(all, field.getName(), field.getGenericType());
        }
        Stream<Executable> calls =
                Stream.concat(open(type.getDeclaredConstructors()).stream(), open(type.getDeclaredMethods()).stream());
        calls.forEach(call -> {
            add(all, call.getName(), call.getAnnotatedReturnType().getType());
            Arrays.stream(call.getGenericParameterTypes()).forEach(given -> add(all, call.getName(), given));
            Arrays.stream(call.getGenericExceptionTypes()).forEach(thrown -> add(all, call.getName(), thrown));
        });
        return all;
    }

    private static <M extends AnnotatedElement & Member> List<M> open(M[] members) {
        return Arrays.stream(members)
                .filter(member -> (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0)
                .filter(member -> !member.isSynthetic())
                .toList();
    }

    private static void add(List<Shown> all, String where, Type type) {
        switch (type) {
            case Class<?> plain -> {
                Class<?> element = plain;
                while (element.isArray()) {
                    element = element.getComponentType();
                }
                all.add(new Shown(where, element));
            }
            case ParameterizedType generic -> {
                add(all, where, generic.getRawType());
                Arrays.stream(generic.getActualTypeArguments()).forEach(part -> add(all, where, part));
            }
            case GenericArrayType array -> add(all, where, array.getGenericComponentType());
            case WildcardType wildcard ->
                Arrays.stream(wildcard.getUpperBounds()).forEach(bound -> add(all, where, bound));
            case TypeVariable<?> variable ->
                Arrays.stream(variable.getBounds()).forEach(bound -> add(all, where, bound));
            default -> throw new IllegalStateException("cannot look into " + type);
        }
    }

    private static Set<Class<?>> publicTypesOfTheFrontDoor()
            throws IOException, URISyntaxException, ClassNotFoundException {
        Path folder = Path.of(Chokepoint.class.getResource("Chokepoint.class").toURI())
                .getParent();
        Set<Class<?>> types = new LinkedHashSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".class") && !name.contains("-")) {
                    Class<?> type = Class.forName(
                            Chokepoint.class.getPackageName() + "." + name.substring(0, name.length() - 6));
                    if (Modifier.isPublic(type.getModifiers())) {
                        types.add(type);
                    }
                }
            }
        }
        return types;
    }
}
