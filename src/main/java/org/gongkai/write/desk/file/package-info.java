/**
 * The files of a source as the desk sees them. Comes in: paths that a browser names. Goes out: texts and bytes of files
 * below {@code content}, never of any other file and never through a symbolic link.
 */
package org.gongkai.write.desk.file;
