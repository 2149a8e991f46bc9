</main>
<footer>清溪示例水站党支部</footer>
</body>
</html>
