package org.gongkai.history.git.work;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.jgit.lib.Constants;
import org.gongkai.history.git.work.result.TransferResult;

/**
 * Where a branch is pulled from and pushed to.
 *
 * @param local the short name of the branch; empty if there is none
 * @param remote the name of the remote; empty if there is none, or several and none is chosen
 * @param branch the short name of the branch on the server
 * @param isUpstreamSet whether the settings say so; otherwise it is the only remote and the same name
 */
record RemoteBranch(Optional<String> local, Optional<String> remote, Optional<String> branch, boolean isUpstreamSet) {

    private static final String REMOTE = "remote.";
    private static final String URL = ".url";

    static RemoteBranch of(Optional<String> local, Map<String, String> settings) {
        if (local.isEmpty()) {
            return new RemoteBranch(local, Optional.empty(), Optional.empty(), false);
        }
        String remote = settings.get("branch." + local.get() + ".remote");
        String merge = settings.getOrDefault("branch." + local.get() + ".merge", "");
        boolean isSet = remote != null && settings.containsKey(REMOTE + remote + URL);
        if (isSet && merge.startsWith(Constants.R_HEADS)) {
            String branch = merge.substring(Constants.R_HEADS.length());
            return new RemoteBranch(local, Optional.of(remote), Optional.of(branch), true);
        }
        TreeSet<String> remotes = new TreeSet<>();
        settings.keySet().stream()
                .filter(name -> name.startsWith(REMOTE) && name.endsWith(URL))
                .forEach(name -> remotes.add(name.substring(REMOTE.length(), name.length() - URL.length())));
        Optional<String> only = remotes.size() == 1 ? Optional.of(remotes.first()) : Optional.empty();
        return new RemoteBranch(local, only, local, false);
    }

    /** The reference in which the branch of the server is remembered. */
    Optional<String> tracking() {
        return remote.map(name -> Constants.R_REMOTES + name + "/" + branch.orElseThrow());
    }

    /** Returns what is missing for a transfer, in Chinese. */
    Optional<String> missing() {
        if (local.isEmpty()) {
            return Optional.of("现在没有检出任何分支，请先切换到一个分支");
        }
        return remote.isEmpty() ? Optional.of("没有设置服务器，或者有几个服务器而没有选定一个，请先设置") : Optional.empty();
    }

    /** Whether a fetch failed because the server has no such branch yet, as before the first push. */
    boolean isMissingOnServer(TransferResult fetched) {
        return fetched.status() == TransferResult.Status.NOT_FOUND
                && fetched.lines().stream()
                        .anyMatch(line ->
                                line.contains("couldn't find remote ref") || line.contains("Remote does not have"));
    }
}
