; The installer for Windows: for one user without an administrator, or for all users of a computer.
;
;   makensis -DPROGRAM=FOLDER -DVERSION=1.2.3 -DOUT=Frontdesk-1.2.3-setup.exe frontdesk.nsi
;
; -DSIGN="signtool sign ..." signs the installer and its uninstaller. Silent: Frontdesk-1.2.3-setup.exe /S,
; with /AllUsers or /CurrentUser, /AUTOSTART to open the desk when a user signs in, /DESKTOP for a
; shortcut there, and /D=C:\Folder at the end. A desk's data is never touched, not by the uninstaller
; either.

Unicode true
!ifndef TARGET
  !define TARGET amd64-unicode
!endif
Target ${TARGET}
SetCompressor /SOLID lzma

!define NAME "Frontdesk"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define RUN_KEY "Software\Microsoft\Windows\CurrentVersion\Run"
!define PROGRAM_FILE "frontdesk.exe"

; The data of a desk lies in %LOCALAPPDATA%\Frontdesk; the program of one user goes elsewhere, into
; %LOCALAPPDATA%\Programs\Frontdesk.
!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_INSTALLMODE_DEFAULT_CURRENTUSER
!define MULTIUSER_USE_PROGRAMFILES64
!define MULTIUSER_INSTALLMODE_INSTDIR "${NAME}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "${UNINSTALL_KEY}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "InstallLocation"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "${UNINSTALL_KEY}"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "UninstallString"

!include MultiUser.nsh
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh

Name "${NAME}"
OutFile "${OUT}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "${NAME}"
VIAddVersionKey /LANG=0 "FileDescription" "${NAME} ${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "LegalCopyright" "MIT"
!ifdef ICON
  !define MUI_ICON "${ICON}"
  !define MUI_UNICON "${ICON}"
!endif
!ifdef SIGN
  !finalize '${SIGN} "%1"'
  !uninstfinalize '${SIGN} "%1"'
!endif

!define MUI_ABORTWARNING
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM_FILE}"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Spanish"

LangString PROGRAM ${LANG_ENGLISH} "The program"
LangString PROGRAM ${LANG_SPANISH} "El programa"
LangString AUTOSTART ${LANG_ENGLISH} "Open the desk when I sign in"
LangString AUTOSTART ${LANG_SPANISH} "Abrir el mostrador al iniciar sesión"
LangString DESKTOP ${LANG_ENGLISH} "Shortcut on the desktop"
LangString DESKTOP ${LANG_SPANISH} "Acceso directo en el escritorio"
LangString RUNNING ${LANG_ENGLISH} "Frontdesk is open. Close it, then run the installer again."
LangString RUNNING ${LANG_SPANISH} "Frontdesk está abierto. Ciérrelo y ejecute de nuevo el instalador."
LangString KEPT ${LANG_ENGLISH} "The data of the desk stays in %LOCALAPPDATA%\Frontdesk."
LangString KEPT ${LANG_SPANISH} "Los datos del mostrador quedan en %LOCALAPPDATA%\Frontdesk."

; A program that runs cannot be written; it is closed by whoever works with it, never from here.
!macro RefuseWhileOpen
  ${If} ${FileExists} "$INSTDIR\${PROGRAM_FILE}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${PROGRAM_FILE}" a
    ${If} ${Errors}
      SetErrorLevel 2
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDOK
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

; Only what the installer wrote goes: whoever chose a folder with other things in it keeps them.
!macro RemoveProgram
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\${PROGRAM_FILE}"
  Delete "$INSTDIR\frontdesk-cli.exe"
!macroend

Section "$(PROGRAM)" section_program
  SectionIn RO
  !insertmacro RefuseWhileOpen
  !insertmacro RemoveProgram
  SetOutPath "$INSTDIR"
  File /r "${PROGRAM}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM_FILE}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM_FILE}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "Frontdesk contributors"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" \
    '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" \
    '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode /S'
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" $0
SectionEnd

Section /o "$(AUTOSTART)" section_autostart
  WriteRegStr SHCTX "${RUN_KEY}" "${NAME}" '"$INSTDIR\${PROGRAM_FILE}"'
SectionEnd

Section /o "$(DESKTOP)" section_desktop
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${PROGRAM_FILE}"
SectionEnd

Function .onInit
  !insertmacro MULTIUSER_INIT
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/AUTOSTART" $1
  ${IfNot} ${Errors}
    !insertmacro SelectSection ${section_autostart}
  ${EndIf}
  ClearErrors
  ${GetOptions} $0 "/DESKTOP" $1
  ${IfNot} ${Errors}
    !insertmacro SelectSection ${section_desktop}
  ${EndIf}
FunctionEnd

Section "Uninstall"
  !insertmacro RefuseWhileOpen
  !insertmacro RemoveProgram
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  DeleteRegValue SHCTX "${RUN_KEY}" "${NAME}"
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  DetailPrint "$(KEPT)"
SectionEnd

Function un.onInit
  !insertmacro MULTIUSER_UNINIT
FunctionEnd
