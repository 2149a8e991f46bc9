package org.gongkai.render.theme;

import org.gongkai.io.PlainFailure;

/** Thrown if the program lacks a part of its theme, so that pages would refer to what is not there. */
public final class IncompleteProgram extends PlainFailure {
    private static final long serialVersionUID = 1L;

    IncompleteProgram(String part) {
        super("程序不完整，缺少 " + part + "，请重新安装");
    }
}
