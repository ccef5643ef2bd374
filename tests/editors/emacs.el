;; Opens the report in $REPORT with the settings in $SETTINGS and eglot, waits for its findings, asks for hover and for code actions, makes one
;; fix, and writes what it saw to $TOLD as JSON. Emacs 29 and newer have eglot; for 28 it is a package.
(require 'json)
(unless (locate-library "eglot")
  (require 'package)
  (setq package-directory-list '("/usr/share/emacs/site-lisp/elpa"))
  (package-initialize))
(require 'eglot)
(load (getenv "SETTINGS") nil t t)

(defvar told nil)

(defun tell (key value) (push (cons key value) told))

(defun wait-until (seen)
  "Wait until SEEN gives something; an error after half a minute."
  (let ((until (+ (float-time) 30)))
    (while (not (funcall seen))
      (when (> (float-time) until) (error "it did not come"))
      (accept-process-output nil 0.05))))

(defun findings ()
  "The errors and warnings that flymake shows, in order."
  (sort (seq-remove (lambda (one) (eq (flymake-diagnostic-type one) 'eglot-note)) (flymake-diagnostics))
        (lambda (one other) (< (flymake-diagnostic-beg one) (flymake-diagnostic-beg other)))))

(defun shown (one)
  (buffer-substring-no-properties (flymake-diagnostic-beg one) (flymake-diagnostic-end one)))

(defun at-place (method more)
  (jsonrpc-request (eglot-current-server) method (append (eglot--TextDocumentPositionParams) more)))

(defun main ()
  (find-file (getenv "REPORT"))
  (setq-local require-final-newline nil)
  (setq eglot-sync-connect 20)
  (apply #'eglot (eglot--guess-contact))
  (wait-until (lambda () (flymake-start) (>= (length (findings)) 4)))
  (tell 'found (vconcat (mapcar #'shown (findings))))
  (goto-char (flymake-diagnostic-beg (car (findings))))
  (tell 'hover (let ((contents (plist-get (at-place :textDocument/hover nil) :contents)))
                 (or (plist-get contents :value) "")))
  (goto-char (point-min))
  (search-forward "，，")
  (goto-char (match-beginning 0))
  (let* ((range (list :start (eglot--pos-to-lsp-position (match-beginning 0))
                      :end (eglot--pos-to-lsp-position (match-end 0))))
         (actions (jsonrpc-request
                   (eglot-current-server) :textDocument/codeAction
                   (list :textDocument (eglot--TextDocumentIdentifier) :range range
                         :context (list :diagnostics [])))))
    (tell 'actions (vconcat (mapcar (lambda (one) (plist-get one :title)) actions)))
    (let ((fix (seq-find (lambda (one) (eq t (plist-get one :isPreferred))) actions)))
      (eglot--apply-workspace-edit (plist-get fix :edit))))
  (eglot--signal-textDocument/didChange) ; timers for idle moments do not run in a batch
  (wait-until (lambda () (flymake-start) (= (length (findings)) 3)))
  (save-buffer))

(condition-case fault
    (main)
  (error (tell 'error (format "%S" fault))))
(with-temp-file (getenv "TOLD")
  (set-buffer-file-coding-system 'utf-8-unix)
  (insert (json-encode told)))
(kill-emacs 0)
