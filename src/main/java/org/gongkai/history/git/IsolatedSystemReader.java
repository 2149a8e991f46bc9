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
 * A system reader without user and system configuration. JGit would start Git to locate the configuration, and store
 * the measured timestamp resolution of the file system; results must depend on the repository alone, and reading must
 * not write anything.
 */
public final class IsolatedSystemReader extends SystemReader.Delegate {

    private static final Duration TIMESTAMP_RESOLUTION = Duration.ofMillis(10);

    private static boolean installed;

    private IsolatedSystemReader(SystemReader machine) {
        super(machine);
    }

    /** Installs it for the whole process, once. */
    public static synchronized void install() {
        if (!installed) {
            SystemReader.setInstance(new IsolatedSystemReader(SystemReader.getInstance()));
            configureCaches();
            installed = true;
        }
    }

    /** Enlarges the caches of JGit, whose defaults suit a server with many repositories. */
    private static void configureCaches() {
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
         * Returns a fixed timestamp resolution. JGit would measure it for seconds to detect files that change after
         * they were read; here each file is read once.
         */
        @Override
        public long getTimeUnit(String section, String subsection, String name, long standard, TimeUnit unit) {
            return section.equals("filesystem") ? unit.convert(TIMESTAMP_RESOLUTION) : standard;
        }

        @Override
        public void load() {
            // No file is read.
        }

        @Override
        public void save() {
            // No file is written.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
