/** The program as a plug-in of Maven, for repositories that hold content alone. */
package org.gongkai.maven;
