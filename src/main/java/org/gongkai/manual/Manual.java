package org.gongkai.manual;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.gongkai.cache.CacheHome;
import org.gongkai.io.PlainFailure;
import org.gongkai.io.TemporaryFolder;
import org.gongkai.io.TextResource;
import org.gongkai.pipeline.Build;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.BuildResult;
import org.gongkai.pipeline.SharedParts;
import org.gongkai.pipeline.read.SiteSource;

/** The secretaries' manual, which is built from the source that is part of the program. */
public record Manual(String version, Clock clock, SharedParts shared, Path usual) {

    private static final String FOLDER = "/org/gongkai/manual/";

    /** A resource created by the build of the program: the paths of all files of the source. */
    private static final String LIST = "files.txt";

    /**
     * @param version version of the program
     * @param clock determines the day of the pages
     * @param shared what all builds of this process share
     * @param cache the parent of the default folder of the manual
     */
    public Manual(String version, Clock clock, SharedParts shared, CacheHome cache) {
        this(version, clock, shared, cache.folder().resolve("manual"));
    }

    /** Builds the manual for the current user; see {@link #build(Path)}. */
    public Path build() throws IOException {
        return build(usual);
    }

    /**
     * Builds the manual, or updates it in a folder in which it was built before.
     *
     * @return its first page
     * @throws IOException if the folder cannot be written, or if the program lacks a part; the folder is left unchanged
     */
    public Path build(Path folder) throws IOException {
        try (TemporaryFolder source = TemporaryFolder.create()) {
            writeSource(source.path());
            // The source is elsewhere each time.
            BuildRequest request = BuildRequest.of(source.path()).into(folder).reuse(BuildRequest.Reuse.NONE);
            try (SiteSource site = SiteSource.open(request)) {
                BuildResult result = new Build(version, clock, (step, all) -> {}, shared).run(request, site);
                if (!result.succeeded()) {
                    throw new IllegalStateException(result.problems().toString());
                }
            }
        }
        return folder.resolve("index.html");
    }

    /**
     * Writes the source of the manual.
     *
     * @return its files, relative to the folder
     */
    public static List<String> writeSource(Path folder) throws IOException {
        List<String> paths =
                TextResource.of(Manual.class, FOLDER + LIST).lines().toList();
        for (String path : paths) {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            try (InputStream in = Manual.class.getResourceAsStream(FOLDER + path)) {
                if (in == null) {
                    throw new PlainFailure("程序不完整，缺少手册的 " + path + "，请重新安装");
                }
                Files.copy(in, file);
            }
        }
        return paths;
    }
}
