package org.gongkai.pipeline.cache;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.history.git.GitRepository;
import org.gongkai.input.source.JBakeProject;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.Digests;
import org.gongkai.io.WorkPool;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.read.SiteSource;

/**
 * Identifies everything that the build of a site without releases depends on, besides the program and the day: the
 * request, the commit with its history, and every file of the source.
 */
final class BuildInputs {

    private BuildInputs() {}

    /**
     * Returns a digest of all of it.
     *
     * @param files the files of the site
     * @return empty outside git, and if a file has changed so recently that it might change again unnoticed
     * @throws IOException if the repository or a file cannot be read
     */
    static Optional<String> digest(BuildRequest request, SiteSource site, SourceTree files, WorkPool pool)
            throws IOException {
        if (site.repository().isEmpty()) {
            return Optional.empty();
        }
        List<SourceFile> all = SiteSource.FOLDERS.stream()
                .flatMap(folder -> files.files(folder).stream())
                .toList();
        Map<String, String> versions = new ConcurrentHashMap<>();
        pool.forEach(all, file -> versions.put(file.path(), files.version(file)));
        if (versions.containsValue("")) {
            return Optional.empty();
        }
        MessageDigest digest = Digests.sha256();
        Digests.addLine(digest, request.source().toAbsolutePath().toString());
        Digests.addLine(digest, request.revision().isPresent() ? "commit" : "folder");
        Digests.addLine(digest, request.output() + " " + request.audience() + " " + request.drafts());
        GitRepository repository = site.repository().get();
        Digests.addLine(digest, site.tip() + " " + repository.shallowCommits());
        // Engines of JBake read it, in any site.
        Digests.addLine(
                digest, site.bytes(JBakeProject.SETTINGS).map(Digests::sha256).orElse(""));
        all.forEach(
                file -> Digests.addLine(digest, file.path() + "\n" + file.size() + " " + versions.get(file.path())));
        files.problems().forEach(problem -> Digests.addLine(digest, problem.text()));
        return Optional.of(HexFormat.of().formatHex(digest.digest()));
    }
}
