package org.gongkai.history.git.work.result;

import java.util.List;

/**
 * A merge that waits for decisions. It exists in memory only: whoever loses it pulls again.
 *
 * @param ours the commit that was checked out; empty before the first one
 * @param theirs the commit of the server
 */
public record PendingMerge(String ours, String theirs, List<FileConflict> conflicts) {}
