/**
 * A check of SVG images for scripts and external references. Input: the bytes of a file. Output: a reason to reject it,
 * if there is one. Independent of the site.
 */
package org.gongkai.check.file.svg;
