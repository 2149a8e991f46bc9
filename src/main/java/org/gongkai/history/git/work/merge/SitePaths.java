package org.gongkai.history.git.work.merge;

import java.util.List;
import java.util.Optional;
import org.gongkai.history.git.work.CommitTrees;

/** Translates paths relative to the site into paths relative to the top of the work tree, and back. */
public final class SitePaths {

    private static final String UP = "../";

    private final String prefix;

    /**
     * Paths of a site.
     *
     * @param folder the path of the site below the top of the work tree; empty if it is the top
     */
    public SitePaths(String folder) {
        this.prefix = folder.isEmpty() ? "" : folder + "/";
    }

    public boolean isOfSite(String inRepository) {
        return inRepository.startsWith(prefix);
    }

    public String ofSite(String inRepository) {
        String path = inRepository;
        String folder = prefix;
        StringBuilder up = new StringBuilder();
        while (!path.startsWith(folder)) {
            folder = folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
            up.append(UP);
        }
        return up + path.substring(folder.length());
    }

    /** The path in the repository. The file need not exist. */
    public String inRepository(String ofSite) {
        String path = ofSite;
        String folder = prefix;
        while (path.startsWith(UP) && !folder.isEmpty()) {
            folder = folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
            path = path.substring(UP.length());
        }
        String whole = folder + path;
        Optional<String> forbidden = CommitTrees.forbidden(List.of(whole));
        if (forbidden.isPresent() || whole.startsWith("/") || whole.indexOf('\0') >= 0 || whole.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("not a path of a file in the repository: " + ofSite);
        }
        return whole;
    }
}
