package org.gongkai.history.git;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * A machine without settings of its user. JGit would look for a git to ask where they are, and write down how exact the
 * clock of the disk is; a result must depend on the repository alone, and reading must leave no trace.
 */
final class IsolatedSystemReader extends SystemReader.Delegate {

    private static final Duration DISK_CLOCK = Duration.ofMillis(10);

    private static boolean installed;

    private IsolatedSystemReader(SystemReader machine) {
        super(machine);
    }

    static synchronized void install() {
        if (!installed) {
            SystemReader.setInstance(new IsolatedSystemReader(SystemReader.getInstance()));
            room();
            installed = true;
        }
    }

    /** JGit's own measures are those of a server with many repositories: this one is read from end to end. */
    private static void room() {
        WindowCacheConfig config = new WindowCacheConfig();
        config.setPackedGitLimit(256L << 20);
        config.setPackedGitWindowSize(1 << 20);
        config.setDeltaBaseCacheLimit(64 << 20);
        config.install();
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
        return new NoConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
        return new NoConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
        return new NoConfig(parent, fs);
    }

    @Override
    public StoredConfig getUserConfig() {
        return new NoConfig(null, FS.DETECTED);
    }

    @Override
    public StoredConfig getJGitConfig() {
        return new NoConfig(null, FS.DETECTED);
    }

    @Override
    public StoredConfig getSystemConfig() {
        return new NoConfig(null, FS.DETECTED);
    }

    private static final class NoConfig extends FileBasedConfig {

        NoConfig(Config parent, FS fs) {
            super(parent, null, fs);
        }

        /**
         * How exact the disk's clock is would be measured for seconds, only to know whether a file could have changed
         * unseen since it was read; we read once.
         */
        @Override
        public long getTimeUnit(String section, String subsection, String name, long standard, TimeUnit unit) {
            return section.equals("filesystem") ? unit.convert(DISK_CLOCK) : standard;
        }

        @Override
        public void load() {
            // There is nothing to load.
        }

        @Override
        public void save() {
            // Nothing is written.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
