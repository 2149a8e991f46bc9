package org.gongkai.publish.bundle;

import static org.gongkai.testing.SiteFolder.done;
import static org.gongkai.testing.SiteFolder.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.gongkai.testing.SiteFolder;
import org.gongkai.testing.SiteFolder.Ran;

/** A site that is published here, carried over as an archive, and published there. */
final class CarriedSite {

    final PublishedSite near;
    final Path zip;
    final Path far;

    CarriedSite(Path folder) {
        this.near = new PublishedSite(folder.resolve("near"));
        this.zip = folder.resolve("gongkai.zip");
        this.far = folder.resolve("far");
    }

    Ran export(Object... more) {
        return exportTo(zip, more);
    }

    Ran exportTo(Path file, Object... more) {
        return run("export", "bundle", "--to", near.to, "-o", file, more);
    }

    /** Exports what is expected to be whole. */
    CarriedSite exported(Object... more) {
        done("export", "bundle", "--to", near.to, "-o", zip, more);
        return this;
    }

    Ran verify(Object... more) {
        return run("verify", zip, more);
    }

    Ran bring(Object... more) {
        return run("import", "bundle", zip, "--to", far, more);
    }

    /** Publishes here a day later than everything else happens. */
    void publishNextDay() {
        Clock tomorrow = Clock.fixed(Instant.parse("2024-06-02T04:00:00Z"), ZoneOffset.UTC);
        Ran ran = run(tomorrow, "publish", "-s", near.site.root(), "--to", near.to);
        if (ran.status() != 0) {
            throw new AssertionError("exit status " + ran.status());
        }
    }

    /** What readers see there, the manifest among it. */
    TreeMap<String, String> servedThere() {
        return SiteFolder.published(far.resolve("current"));
    }

    byte[] bytes() {
        try {
            return Files.readAllBytes(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files in the archive. */
    Map<String, byte[]> parts() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String part(String name) {
        return new String(parts().get(name), StandardCharsets.UTF_8);
    }

    /** Packs the archive anew with other files in it. */
    CarriedSite tampered(Consumer<Map<String, byte[]>> change) {
        Map<String, byte[]> parts = parts();
        change.accept(parts);
        return packed(ZipEntry.STORED, parts);
    }

    CarriedSite packed(int method, Map<String, byte[]> parts) {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip), StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setMethod(method);
                if (method == ZipEntry.STORED) {
                    CRC32 crc = new CRC32();
                    crc.update(part.getValue());
                    entry.setCrc(crc.getValue());
                    entry.setSize(part.getValue().length);
                }
                out.putNextEntry(entry);
                out.write(part.getValue());
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
