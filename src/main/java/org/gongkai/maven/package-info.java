/**
 * The program as a Maven plug-in, for repositories that contain content only. In: the parameters of a goal; out: the
 * process of a command. Knows nothing of the commands themselves.
 */
package org.gongkai.maven;
