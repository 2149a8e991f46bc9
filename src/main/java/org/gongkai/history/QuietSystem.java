package org.gongkai.history;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * A machine without settings of its user. JGit would look for a git to ask where they are, and write down how exact the
 * clock of the disk is; a result must depend on the repository alone, and reading must leave no trace.
 */
final class QuietSystem extends SystemReader.Delegate {

    private static boolean installed;

    private QuietSystem(SystemReader machine) {
        super(machine);
    }

    static synchronized void install() {
        if (!installed) {
            SystemReader.setInstance(new QuietSystem(SystemReader.getInstance()));
            installed = true;
        }
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
