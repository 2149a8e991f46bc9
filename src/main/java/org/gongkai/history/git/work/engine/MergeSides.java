package org.gongkai.history.git.work.engine;

import java.util.Optional;

/** A path in the common ancestor and on both sides of a merge. */
public record MergeSides(Optional<TreeFile> base, Optional<TreeFile> ours, Optional<TreeFile> theirs) {}
