/**
 * Checks of a site, assembled from the rules of the sub-packages. Input: entries, files and converted bodies. Output: problems.
 * Independent of rendering and of the command line.
 */
package org.gongkai.check;
