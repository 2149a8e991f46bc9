@echo off
rem Starts gongkai with the Java beside it, that of JAVA_HOME, or that of the PATH.
setlocal
chcp 65001 >nul
set "home=%~dp0"
set "java="
if exist "%home%java\bin\java.exe" set "java=%home%java\bin\java.exe"
if not defined java if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if not defined java for %%i in (java.exe) do set "java=%%~$PATH:i"
if not defined java (
  echo 没有找到 Java。gongkai 需要 Java 17 或更新的版本：请装 JDK 17，并设好 JAVA_HOME，再打开一次。
  pause
  exit /b 3
)
set "desk="
if "%~1"=="" set "desk=desk"
"%java%" %GONGKAI_JAVA_OPTIONS% -jar "%home%lib\gongkai.jar" %desk% %*
set "status=%errorlevel%"
if "%status%"=="0" exit /b 0
if defined desk pause
exit /b %status%
