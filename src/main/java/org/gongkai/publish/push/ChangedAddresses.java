package org.gongkai.publish.push;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.build.BuildResult;
import org.gongkai.build.BuiltSite;
import org.gongkai.history.git.GitRepository;
import org.gongkai.history.git.commit.CommitId;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.publish.hooks.RefUpdate;

/** The addresses of the entries that a push changes, as its author sees them. */
final class ChangedAddresses {

    private final PushContext context;

    ChangedAddresses(PushContext context) {
        this.context = context;
    }

    /** One line for each changed entry: its address, or why it has none. Empty if the push creates the branch. */
    List<String> of(BuildResult result, RefUpdate update) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String path : changedEntries(update)) {
            lines.add(result.sites().stream()
                    .filter(site -> site.addressesByPath().containsKey(path))
                    .findFirst()
                    .map(site -> address(site, path))
                    .orElse(path + "（现在不在网站上：删去了、撤回了、是草稿，或者没到日期）"));
        }
        return lines;
    }

    private static String address(BuiltSite site, String path) {
        // Without a base URL, only the name of its audience identifies the site.
        String audience = site.folder().isEmpty() || !site.baseUrl().isEmpty() ? "" : "（公开对象“" + site.audience() + "”）";
        return site.baseUrl() + site.addressesByPath().get(path) + audience;
    }

    private List<String> changedEntries(RefUpdate update) throws IOException {
        if (update.creates()) {
            return List.of();
        }
        try (GitRepository git = context.openRepository()) {
            return git.changed(new CommitId(update.before()), new CommitId(update.after())).stream()
                    .filter(EntryFormat::isEntry)
                    .toList();
        }
    }
}
