/**
 * The explanations of problem codes that {@code explain} prints. Input: a data file beside the classes. Output: texts
 * by code. Independent of the rules themselves.
 */
package org.gongkai.check.explain;
