package org.gongkai.testing;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Tests that need an empty folder of their own. */
public abstract class FolderFixture {

    @TempDir
    protected Path folder;
}
