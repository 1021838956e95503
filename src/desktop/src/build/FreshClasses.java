import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Build step: gives classes of before Java 6 the form of Java 8, with the frames that the verifier reads. The runtime's start-up cache takes no
 * classes older than that, and those of the command line's library, which each start needs, are: reading and checking them was half of the start.
 * Nothing else of a library changes. Run as {@code java FreshClasses.java FOLDER}, which holds jars.
 */
public final class FreshClasses {
    private static final int CACHED = ClassFile.JAVA_6_VERSION;
    private static final ClassFileVersion NEW = ClassFileVersion.of(ClassFile.JAVA_8_VERSION, 0);

    private FreshClasses() {}

    public static void main(String[] args) throws IOException {
        List<Path> jars;
        try (var files = Files.list(Path.of(args[0]))) {
            jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
        for (Path jar : jars) {
            int renewed = renew(jar);
            if (renewed > 0) {
                System.out.println(renewed + " old classes renewed in " + jar.getFileName());
            }
        }
    }

    /** How many classes it renewed; a jar without old ones stays as it is, to the byte. */
    private static int renew(Path jar) throws IOException {
        int renewed = 0;
        Path fresh = jar.resolveSibling(jar.getFileName() + ".fresh");
        try (ZipFile zip = new ZipFile(jar.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(fresh))) {
            ClassFile compiler = ClassFile.of(
                    StackMapsOption.GENERATE_STACK_MAPS,
                    ClassFile.ConstantPoolSharingOption.NEW_POOL,
                    ClassFile.ClassHierarchyResolverOption.of(hierarchy(zip)));
            for (ZipEntry entry : zip.stream().toList()) {
                byte[] bytes = read(zip, entry);
                if (entry.getName().endsWith(".class") && version(bytes) < CACHED) {
                    bytes = renew(compiler, bytes);
                    renewed++;
                }
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(entry.getTimeLocal());
                out.putNextEntry(copy);
                out.write(bytes);
                out.closeEntry();
            }
        }
        if (renewed > 0) {
            Files.move(fresh, jar, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.delete(fresh);
        }
        return renewed;
    }

    private static byte[] renew(ClassFile compiler, byte[] old) {
        return compiler.transformClass(
                compiler.parse(old),
                ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
                        .andThen((builder, element) ->
                                builder.with(element instanceof ClassFileVersion ? NEW : element)));
    }

    /** Which class is whose parent: asked where two branches of a method meet. */
    private static ClassHierarchyResolver hierarchy(ZipFile zip) {
        return ClassHierarchyResolver.ofResourceParsing(type -> {
                    String name = type.descriptorString();
                    ZipEntry entry = zip.getEntry(name.substring(1, name.length() - 1) + ".class");
                    try {
                        return entry == null ? null : zip.getInputStream(entry);
                    } catch (IOException unreadable) {
                        return null;
                    }
                })
                .orElse(ClassHierarchyResolver.defaultResolver());
    }

    private static byte[] read(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private static int version(byte[] bytes) {
        return (bytes[6] & 0xFF) << 8 | bytes[7] & 0xFF;
    }
}
