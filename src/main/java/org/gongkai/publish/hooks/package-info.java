/**
 * * Publishing on a push. Comes in: a bare repository, the settings of its hooks, and the references that a push sets.
 * Goes out: installed hooks, a queue for the checks of pushes, and publications one at a time until the newest state is
 * published. Knows neither entries nor pages, and prints nothing.
 */
package org.gongkai.publish.hooks;
