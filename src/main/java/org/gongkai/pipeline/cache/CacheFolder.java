package org.gongkai.pipeline.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.gongkai.cache.CacheStore;
import org.gongkai.history.git.GitRepository;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.Digests;
import org.gongkai.pipeline.BuildRequest;
import org.gongkai.pipeline.SharedParts;
import org.gongkai.pipeline.cache.UserCaches.UserCache;

/**
 * The folder that caches the results of earlier runs of the same program with the same settings. Cached results mention
 * hidden entries, so it lies where only those who have the source can read it: in the repository of the site, or for a
 * site outside git among the user's {@link UserCaches own}.
 *
 * @param folder the folder; empty if nothing is kept in files
 * @param refusal why nothing is kept although it could be, in Chinese without the full stop
 * @param program the fingerprint of the program
 * @param committed whether the files of the site are those of a commit
 * @param retained the stores of a process that reads a site many times, by their keys
 */
public record CacheFolder(
        Optional<Path> folder,
        Optional<String> refusal,
        String program,
        boolean committed,
        Optional<Map<String, CacheStore>> retained) {

    /**
     * @param request determines whether the cache is used
     * @param shared knows the fingerprint of the program and the caches of the user
     * @throws IOException if the files of the program cannot be read
     */
    public static CacheFolder of(Optional<GitRepository> repository, BuildRequest request, SharedParts shared)
            throws IOException {
        boolean isUsed = request.reuse().compareTo(BuildRequest.Reuse.ALL) >= 0;
        UserCache outsideGit = isUsed && repository.isEmpty() ? shared.caches().of(request.source()) : UserCache.NONE;
        Optional<Path> folder =
                isUsed ? repository.map(GitRepository::cacheFolder).or(outsideGit::folder) : Optional.empty();
        return new CacheFolder(
                folder,
                outsideGit.refusal(),
                folder.isEmpty() ? "" : shared.program(),
                request.place().revision().isPresent(),
                Optional.empty());
    }

    /**
     * This folder for a process that reads a site many times: it is only read, and what each reading adds stays in
     * memory for the next, without a folder as well.
     */
    public CacheFolder inMemory() {
        return new CacheFolder(folder, refusal, program, committed, Optional.of(new ConcurrentHashMap<>()));
    }

    /** Whether what a build adds is kept for later runs. */
    public boolean isKept() {
        return folder.isPresent() && retained.isEmpty();
    }

    /** Whether it serves a process that reads a site many times. */
    public boolean isInMemory() {
        return retained.isPresent();
    }

    /**
     * Opens the store of a name for records about files of the site. Files of a commit and of a folder are versioned
     * differently and have separate stores.
     *
     * @param depends everything that the records depend on besides the program, such as {@link #digest}
     */
    public CacheStore open(String name, String depends) {
        return openShared(versioned(name), depends);
    }

    /** Returns the path of a folder that a store of files of the site refers to; none if nothing is cached. */
    public Optional<Path> folder(String name) {
        return retained.isPresent() ? Optional.empty() : folder.map(path -> path.resolve(versioned(name)));
    }

    private String versioned(String name) {
        return committed ? name + "-committed" : name;
    }

    /** Opens the store of a name for records that are the same for a commit and a folder. */
    public CacheStore openShared(String name, String depends) {
        if (folder.isEmpty() && retained.isEmpty()) {
            return CacheStore.NONE;
        }
        String key = name + "\n" + depends;
        Supplier<CacheStore> open = () ->
                folder.isEmpty() ? CacheStore.NONE : CacheStore.of(folder.get().resolve(name), program + "\n" + key);
        return retained.isPresent()
                ? retained.get().computeIfAbsent(key, it -> open.get().copied())
                : open.get();
    }

    /** A digest of the names and bytes of all files below a folder of the source. */
    public static String digest(SourceTree source, String below) {
        MessageDigest digest = Digests.sha256();
        for (SourceFile file : source.files(below)) {
            Digests.addLine(digest, file.path() + " " + source.sha256(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
