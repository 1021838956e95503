package io.chokepoint.exchange;

import io.chokepoint.base.AtomicFile;
import io.chokepoint.data.TableSchema;
import io.chokepoint.data.Tables;
import io.chokepoint.exchange.outlet.ExportSource;
import io.chokepoint.exchange.outlet.Exporter;
import io.chokepoint.exchange.outlet.RawTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A dataset as a Frictionless Data Package (version 2): tables as they are, with a descriptor that says of each column what it means and where its numbers
 * lie. A file that ends in {@code .zip} holds it all, as the standard allows; any other name is that of a new folder.
 */
public final class DataPackageExporter implements Exporter {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The first time a zip file can state: the same dataset gives the same bytes. */
    private static final long NO_TIME =
            LocalDateTime.of(1980, 1, 1, 0, 0).toInstant(ZoneOffset.UTC).toEpochMilli();

    @Override
    public String format() {
        return "datapackage";
    }

    @Override
    public String description() {
        return "a Frictionless Data Package: a .zip file, or a new folder";
    }

    @Override
    public boolean takesRun() {
        return false;
    }

    @Override
    public boolean isText() {
        return false;
    }

    @Override
    public void write(ExportSource source, Path target) throws IOException {
        if (target.toString().endsWith(".zip")) {
            AtomicFile.writeBytes(target, out -> write(source, out));
            return;
        }
        DatasetFolder.requireFree(target);
        Map<String, byte[]> files = files(source.data().folder());
        DatasetFolder.whole(target, unfinished -> {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                AtomicFile.write(unfinished.resolve(file.getKey()), file.getValue());
            }
        });
    }

    @Override
    public void write(ExportSource source, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (Map.Entry<String, byte[]> file : files(source.data().folder()).entrySet()) {
            ZipEntry entry = new ZipEntry(file.getKey());
            entry.setTime(NO_TIME);
            zip.putNextEntry(entry);
            zip.write(file.getValue());
            zip.closeEntry();
        }
        zip.finish();
    }

    /** By path, the descriptor first. */
    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(DescriptorWriter.FILE, descriptor(folder).getBytes(StandardCharsets.UTF_8));
        for (TableSchema schema : Tables.all()) {
            Path file = folder.resolve(schema.file());
            if (Files.exists(file)) {
                files.put(schema.file(), Files.readAllBytes(file));
            }
        }
        for (Path file : RawTable.otherFiles(folder)) {
            files.putIfAbsent(file.toString().replace('\\', '/'), Files.readAllBytes(folder.resolve(file)));
        }
        return files;
    }

    /** The dataset's own descriptor, with a schema for each of its tables that it describes by none. */
    private static String descriptor(Path folder) throws IOException {
        Path own = folder.resolve(DescriptorWriter.FILE);
        JsonNode read = Files.exists(own) ? JSON.readTree(Files.readAllBytes(own)) : JSON.createObjectNode();
        ObjectNode root = read instanceof ObjectNode object ? object : JSON.createObjectNode();
        if (!root.has("name")) {
            root.put("name", String.valueOf(folder.toAbsolutePath().normalize().getFileName()));
        }
        List<JsonNode> listed = new ArrayList<>();
        if (root.get("resources") instanceof ArrayNode array) {
            array.forEach(listed::add);
        }
        ArrayNode resources = root.putArray("resources");
        for (TableSchema schema : Tables.all()) {
            if (!Files.exists(folder.resolve(schema.file()))) {
                continue;
            }
            JsonNode known = listed.stream()
                    .filter(resource ->
                            schema.file().equals(resource.path("path").asString("")))
                    .findFirst()
                    .orElse(null);
            if (known instanceof ObjectNode resource && resource.has("schema")) {
                resources.add(resource);
            } else {
                DescriptorWriter.resource(resources.addObject(), schema);
            }
        }
        for (JsonNode resource : listed) {
            String path = resource.path("path").asString("");
            boolean isTable =
                    Tables.all().stream().anyMatch(schema -> schema.file().equals(path));
            if (!isTable) {
                resources.add(resource);
            }
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }
}
